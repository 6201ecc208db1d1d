"""A linear-chain CRF over labels: how likely rows of labels are, and what a teacher expects."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Expected:
    """How likely labels are, and pairs of them.

    Attributes:
        labels: (batch, words, labels).
        pairs: Of a word and the one before it, (batch, words - 1, labels before, labels).
    """

    labels: Tensor
    pairs: Tensor


FAR = -1e4
"""The logarithm of next to nothing."""


def log_partition(emissions: Tensor, mask: Tensor, steps: Tensor) -> Tensor:
    """Logarithm of the sum over all rows of labels, one per row of the batch.

    Neighbouring words are joined two by two, so a row of n words takes log n rounds: an
    accelerator waits for rounds, not for sums.

    ``steps`` are the transitions into every word but the first, (batch, words - 1, labels,
    labels), or one matrix for all.
    """
    alpha = emissions[:, 0]
    count = emissions.shape[-1]
    if emissions.shape[1] > 1:
        stay = torch.full((count, count), FAR, device=emissions.device).fill_diagonal_(0.0)
        moves = steps + emissions[:, 1:, None, :]
        moves = torch.where(mask[:, 1:, None, None], moves, stay)
        while moves.shape[1] > 1:
            whole = moves.shape[1] // 2 * 2
            first, second = moves[:, 0:whole:2], moves[:, 1:whole:2]
            joined = torch.logsumexp(first[..., None] + second[..., None, :, :], dim=-2)
            moves = torch.cat([joined, moves[:, whole:]], dim=1)
        alpha = torch.logsumexp(alpha[:, :, None] + moves[:, 0], dim=1)
    return torch.logsumexp(alpha, dim=1)


def expected_labels(emissions: Tensor, mask: Tensor, transitions: Tensor) -> Expected:
    """What a CRF expects: the slopes of its partition function.

    ``transitions`` are one matrix, or one for each row.
    """
    device = emissions.device.type
    with torch.enable_grad(), torch.autocast(device, enabled=False):
        emissions = emissions.detach().float().requires_grad_()
        rows, words, count = emissions.shape
        steps = transitions.detach().float().reshape(-1, 1, count, count)
        steps = steps.expand(rows, words - 1, count, count).clone().requires_grad_()
        total = log_partition(emissions, mask, steps).sum()
        if words == 1:
            return Expected(torch.autograd.grad(total, emissions)[0], torch.zeros_like(steps))
        return Expected(*torch.autograd.grad(total, (emissions, steps)))


def crf_loss(
    emissions: Tensor,
    gold: Tensor | None,
    mask: Tensor,
    transitions: Tensor,
    expected: Expected | None = None,
    share: float = 0.0,
) -> Tensor:
    """Negative log likelihood of the gold labels per word (Lafferty et al. 2001).

    With ``expected``, a ``share`` of it is the mean over what a teacher expects instead (Wang et
    al. 2020, structure-level knowledge distillation); that part alone, without gold labels.
    """
    total = log_partition(emissions, mask, transitions).sum()
    parts: list[tuple[float, Tensor]] = []
    if gold is not None:
        labels = gold.clamp(min=0)
        score = emissions.gather(2, labels[..., None])[..., 0]
        steps = transitions[labels[:, :-1], labels[:, 1:]]
        parts.append((1.0 - share, (score * mask).sum() + (steps * mask[:, 1:]).sum()))
    if expected is not None:
        score = (expected.labels * emissions).sum(-1)
        steps = (expected.pairs * transitions).sum((-2, -1))
        parts.append((share, (score * mask).sum() + (steps * mask[:, 1:]).sum()))
    weights = sum(weight for weight, _ in parts)
    wanted = torch.stack([weight * value for weight, value in parts]).sum()
    return (weights * total - wanted) / mask.sum()
