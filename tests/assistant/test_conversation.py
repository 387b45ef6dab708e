from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from assistant.conversation import MemoryConversations, new_conversation_id
from assistant.models import Answer, Exchange, Status


def exchange(question: str) -> Exchange:
    return Exchange(question, Answer("id", None, question, Status.ANSWERED, "答"))


def test_a_conversation_never_seen_has_no_history() -> None:
    assert MemoryConversations(2, 2).history("a") == ()


def test_only_the_latest_exchanges_are_kept_in_order() -> None:
    kept = MemoryConversations(2, 2)
    for question in ("一", "二", "三"):
        kept.append("a", exchange(question))
    assert [e.question for e in kept.history("a")] == ["二", "三"]


def test_the_conversation_that_was_silent_longest_is_forgotten_first() -> None:
    kept = MemoryConversations(2, 2)
    kept.append("a", exchange("甲"))
    kept.append("b", exchange("乙"))
    kept.history("a")
    kept.append("c", exchange("丙"))
    assert [len(kept.history(name)) for name in "abc"] == [1, 0, 1]


def test_many_threads_lose_no_exchange() -> None:
    kept = MemoryConversations(10, 1000)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: kept.append("a", exchange(str(n))), range(400)))
    assert sorted(int(e.question) for e in kept.history("a")) == list(range(400))


def test_ids_are_long_and_differ() -> None:
    ids = {new_conversation_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(name) == 32 for name in ids)
