"""`index`."""

from __future__ import annotations

from assistant.cli.output import note


def index() -> None:
    """准备编码器，建立或更新索引（只重新编码有变化的段落）。"""
    from assistant.cli.progress import shown_progress
    from assistant.settings import Settings
    from assistant.wiring import build_search_index

    settings = Settings.load()
    with shown_progress() as progress:
        built = build_search_index(settings, progress)
    passages = sum(len(parsed.passages) for parsed in built.corpus.documents)
    note(
        f"索引就绪：{len(built.corpus.documents)} 份文件，{passages} 个段落，存于 {settings.index_folder}。"
    )
