const COMMENT_LIMIT = 500;

/**
 * 有用, 没用, 举报 under an answer; the last two ask why. `send(verdict, comment)` keeps the verdict
 * in the turn, or rejects with Failure.
 */
function feedbackView(turn, send) {
  const status = h("p", { class: "said", role: "status" });
  const form = h("div", { class: "why" });
  const buttons = Object.entries(TEXT.verdicts).map(([verdict, name]) =>
    h("button", { type: "button", class: "quiet", "data-verdict": verdict, "aria-pressed": String(turn.verdict === verdict), onclick: () => choose(verdict) }, icon(verdict), name),
  );

  async function submit(verdict, comment) {
    const failure = await send(verdict, comment).then(
      () => null,
      (error) => error,
    );
    status.textContent = failure ? failure.message : TEXT.thanks[verdict];
    if (failure) return false;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.verdict === turn.verdict));
    return true;
  }

  function choose(verdict) {
    status.textContent = "";
    fill(form);
    if (verdict === "useful") {
      submit(verdict, "");
      return;
    }
    const opener = buttons.find((button) => button.dataset.verdict === verdict);
    const close = () => {
      fill(form);
      opener.focus();
    };
    fill(form, commentForm(TEXT.comment[verdict], async (comment) => (await submit(verdict, comment)) && close(), close));
    form.querySelector("textarea").focus();
    form.scrollIntoView({ block: "nearest" });
  }

  return { row: buttons, below: [form, status] };
}

/** A box for a reason, with 提交 and, where there is a way back, 取消. */
function commentForm(label, submit, cancel) {
  const box = h("textarea", { rows: "3" });
  const wrong = h("p", { class: "wrong", role: "alert" });
  const button = h("button", { type: "submit", class: "strong" }, TEXT.submit);
  return h(
    "form",
    {
      async onsubmit(event) {
        event.preventDefault();
        const tooLong = lengthOf(box.value) > COMMENT_LIMIT;
        wrong.textContent = tooLong ? TEXT.commentTooLong(COMMENT_LIMIT) : "";
        if (tooLong || button.disabled) return;
        button.disabled = true;
        await submit(box.value.trim());
        button.disabled = false;
      },
    },
    h("label", {}, label, box),
    h("p", { class: "hint" }, TEXT.noPersonalData),
    wrong,
    h("div", { class: "row" }, button, cancel && h("button", { type: "button", class: "quiet", onclick: cancel }, TEXT.cancel)),
  );
}
