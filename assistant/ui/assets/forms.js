// Filling in, and files that are read in the browser and handed over as text.
const { say } = window.zhengwen;

// The page keeps what was typed when a panel changes, so a form that Python fills in is filled here.
new MutationObserver((changes) => {
  for (const { target } of changes) {
    const values = JSON.parse(target.dataset.fill);
    for (const field of target.elements)
      if (field.name) field.value = values[field.name] || "";
  }
}).observe(document.documentElement, { subtree: true, attributeFilter: ["data-fill"] });

let checked = false;
document.addEventListener("zw", (event) => {
  if (event.detail.do === "check") checked = true;
  if (event.detail.do === "clear") document.getElementById("zw-profile").reset();
}, true);
new MutationObserver(() => {
  const result = document.querySelector("#zw-checklist :is(.zw-counts, .zw-alert)");
  if (!checked || !result) return;
  checked = false;
  result.scrollIntoView({ block: "start" });
}).observe(document.documentElement, { childList: true, subtree: true, characterData: true });

const most = 180000;
document.addEventListener("change", async (event) => {
  const picker = event.target;
  if (!picker.matches?.("input[type=file][data-into]")) return;
  const file = picker.files[0];
  if (!file) return;
  const form = picker.form;
  if (file.size > most) {
    picker.value = "";
    return say(`文件太大（${Math.ceil(file.size / 1000)} KB，上限 ${most / 1000} KB），请改用命令行发布。`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  form.elements[picker.dataset.into].value = btoa(binary);
  form.elements.name.value = file.name;
  say(`已读入 ${file.name}`);
});
