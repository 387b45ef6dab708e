"""Approved answers about the invented policies, as an editor would write them."""

from __future__ import annotations

from pathlib import Path

from assistant.approved.entry import ApprovedEntry
from assistant.approved.load import read_approved

SOUND = """\
- id: voucher
  questions:
    - 小微企业{每年|一年|}能领多少创新券
  answer:
    - text: 注册在本省的科技型小微企业，每年发放不超过5万元的创新券。
      document: measures
      clause: （一）
      quote: 对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务
  notices: [申领入口另行公布。]
  approved_by: 政策科
  approved_on: 2024-05-01
"""
UNBORNE = SOUND.replace("每年发放不超过5万元的创新券。", "每年发放不超过8万元的创新券。")
"""The quote stands, but it does not say what the sentence says."""


def write(folder: Path, text: str) -> Path:
    """The file that holds a text."""
    path = folder / "approved.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def entries(folder: Path, text: str = SOUND) -> tuple[ApprovedEntry, ...]:
    """What a file of this text holds."""
    return read_approved(write(folder, text))
