"""A short policy text of our own, and a corpus folder that holds it."""

from __future__ import annotations

from pathlib import Path

from corpus.manifest import write_manifest
from corpus.parse import parse_file

TITLE = "岭川市支持小微企业创新发展若干措施"
NUMBER = "岭政发〔2023〕8号"
POLICY = f"""{TITLE}

（{NUMBER}）

一、加大资金支持
（一）发放创新券。对在我市注册的科技型小微企业，每年发放不超过3万元的创新券，用于购买检测服务。（市科技局牵头，市财政局配合）
（二）奖励首次认定。对首次通过高新技术企业认定的企业，给予20万元一次性奖励。（市科技局负责）
二、优化创业服务
（三）提供创业场地。到2025年，全市建成众创空间12家，对入驻的创业团队免收一年房租。（市人力资源社会保障局牵头）
（四）培训创业者。每年培训创业者2000人次。（市人力资源社会保障局、市教育局按职责分工负责）
三、强化组织保障
（五）加强督查。市政府督查室会同有关部门每半年通报一次进展。
"""
SECOND_TITLE = "岭川市人才公寓管理办法"
SECOND = f"""{SECOND_TITLE}

第一条 为做好人才公寓的分配与管理，制定本办法。
第二条 在我市工作满一年的博士研究生，可申请面积不超过90平方米的人才公寓。
第三条 人才公寓由市住房保障中心负责管理。
"""


def write_corpus(folder: Path) -> Path:
    """A corpus folder with the first policy, id p1."""
    folder.mkdir(parents=True)
    (folder / "p1.txt").write_text(POLICY, encoding="utf-8")
    write_manifest(folder, (parse_file(folder / "p1.txt").document,))
    return folder
