"""How everything that the program makes is labelled as such.

人工智能生成合成内容标识办法 asks for a label that people see in the text, its copies and its
exports (显式标识), and for one in the metadata of files (隐式标识); GB 45438-2025, annex E, names
the field of metadata and its keys.
"""

from __future__ import annotations

import hashlib
import json

LABEL = "人工智能生成合成内容"
"""What people see; stands on every surface."""
PRODUCER = "政问 Zhengwen"
FIELD = "AIGC"
"""The name of the metadata field."""


def implicit_label(content: str) -> str:
    """The value of the field: a JSON object in one line.

    Label 1 says that the content is generated. ContentProducer names who offers the service,
    ProduceID the content: its digest, so that the same content has the same number.
    """
    label = {
        "Label": "1",
        "ContentProducer": PRODUCER,
        "ProduceID": hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:32],
        "ReservedCode1": "",
        "ContentPropagator": "",
        "PropagateID": "",
        "ReservedCode2": "",
    }
    return json.dumps(label, ensure_ascii=False)
