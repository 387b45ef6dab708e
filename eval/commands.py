"""The commands of `python -m eval` with their options."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from eval import runs


def parser() -> ArgumentParser:
    """Every command with its options; `run` holds the function to call."""
    top = ArgumentParser(prog="python -m eval", description="政问的评测")
    commands = top.add_subparsers(required=True, metavar="命令")

    add = commands.add_parser("answers", help="用助手回答问题集，一行一个预测")
    add.set_defaults(run=runs.run_answers)
    _cases(add)
    add.add_argument("--out", type=Path, required=True, help="预测写到这个 JSONL 文件")
    _corpus(add)

    add = commands.add_parser("score", help="按类别与总计打分")
    add.set_defaults(run=runs.run_score)
    _cases(add)
    add.add_argument("--predictions", type=Path, required=True, help="answers 写出的文件")
    add.add_argument("--failures", action="store_true", help="逐条列出未答对的问题与原因")

    add = commands.add_parser("retrieval", help="依据召回率，与基线并列")
    add.set_defaults(run=runs.run_retrieval)
    _cases(add)
    add.add_argument("--predictions", type=Path, help="已有的预测；省去再跑一遍助手")
    _corpus(add)

    add = commands.add_parser("report", help="全部评测，写入 eval/results，并与最低分比较")
    add.set_defaults(run=runs.run_report)
    add.add_argument("--split", choices=("dev", "test"), default="dev", help="问题集（默认 dev）")
    add.add_argument("--quick", action="store_true", help="只评这个问题集，不做其余各项")
    _chat(add)

    add = commands.add_parser("paraphrases", help="同一问题五种问法，答复是否一致")
    add.set_defaults(run=runs.run_paraphrases)
    _cases(add, required=False)

    add = commands.add_parser("eligibility", help="企业画像：该列的措施与结论是否正确")
    add.set_defaults(run=runs.run_eligibility)
    _cases(add, required=False)
    add.add_argument("--out", type=Path, help="各画像的结果写到这个 JSONL 文件")

    add = commands.add_parser("ablation", help="去掉一个部件后还剩多少")
    add.set_defaults(run=runs.run_ablation)
    _cases(add, required=False)
    _chat(add)

    add = commands.add_parser("prove", help="证明每条引文都在其文件中，并统计问题集")
    add.set_defaults(run=runs.run_prove)
    _cases(add, required=False)

    add = commands.add_parser("mutations", help="用改错一处的语句攻击核验，统计漏过多少")
    add.set_defaults(run=runs.run_mutations)
    _corpus(add)
    add.add_argument("--count", type=int, default=1400, help="改错的语句数（默认 1400）")
    add.add_argument("--seed", type=int, default=1, help="随机种子（默认 1）")
    add.add_argument("--out", type=Path, help="结果写到这个 JSON 文件")
    add = commands.add_parser("lying", help="让说谎的模型改写答复，与不用模型时比较")
    add.set_defaults(run=runs.run_lying)
    _cases(add)
    add.add_argument("--kinds", nargs="+", metavar="种类", help="只说这些谎（默认轮流说全部）")
    add.add_argument("--rephrase", action="store_true", help="检索用语也由模型提出")
    add.add_argument("--accepted", type=Path, help="被采用的谎话写到这个 JSONL 文件")
    _corpus(add)

    add = commands.add_parser("injections", help="注入攻击：提问里和文件里的指令有没有得逞")
    add.set_defaults(run=runs.run_injections)
    add.add_argument("--model", action="store_true", help="另接一个对攻击言听计从的对话模型")

    add = commands.add_parser("personal", help="个人信息遮盖的查准率与查全率")
    add.set_defaults(run=runs.run_personal)
    add = commands.add_parser("load", help="多人同时提问：每秒答复、延迟、内存")
    add.set_defaults(run=runs.run_load)
    add.add_argument("--users", type=int, default=32, help="同时提问的人数（默认 32）")
    add.add_argument("--seconds", type=float, default=180.0, help="时长（默认 180 秒）")

    add = commands.add_parser("bench", help="速度与内存，写入 bench/results.json")
    add.set_defaults(run=runs.run_bench)
    return top


def _cases(add: ArgumentParser, required: bool = True) -> None:
    add.add_argument("--cases", type=Path, nargs="+", required=required, help="问题集 JSONL 文件")


def _corpus(add: ArgumentParser) -> None:
    add.add_argument("--corpus", type=Path, help="文件目录（有无清单均可）；默认为自带文件")


def _chat(add: ArgumentParser) -> None:
    add.add_argument("--chat-url", help="消融时所用对话模型的地址（OpenAI 兼容）")
    add.add_argument("--chat-model", default="openai:chat", help="该模型的名称")
