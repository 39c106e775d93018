"""The result in Markdown."""

import collections


def base(spelling):
    return spelling.split(" + ")[0]


def percent(part, whole):
    return "–" if whole == 0 else f"{100 * part / whole:.2f} %"


def grouped(score, by):
    groups = collections.defaultdict(collections.Counter)
    for name in ("cells", "right", "told", "silent", "refused"):
        for spelling, count in getattr(score, name).items():
            for group in by(spelling):
                groups[group][name] += count
    return groups


def cells_table(groups, head):
    lines = [f"| {head} | cells | in rows taken | read as meant | told | wrong and silent |", "|---|---|---|---|---|---|"]
    total = collections.Counter()
    for group, counts in sorted(groups.items()):
        lines.append(row(group, counts))
        total.update(counts)
    return lines + [row("**all**", total)]


def row(name, counts):
    taken = counts["cells"] - counts["refused"]
    return (f"| {name} | {counts['cells']} | {taken} | {percent(counts['right'], taken)} | {counts['told']} | "
            f"{counts['silent']} |")


def in_markdown(score):
    lines = [f"{score.returns} returns, {score.unread} of them not read", ""]
    lines += cells_table(grouped(score, lambda s: [base(s)]), "what is written") + [""]
    dressed = grouped(score, lambda s: s.split(" + ")[1:])
    if dressed:
        lines += cells_table(dressed, "how it is stored") + [""]
    lines += ["| layout | cells | read as meant | wrong and silent |", "|---|---|---|---|"]
    for layout, counts in sorted(score.layouts.items()):
        taken = counts["cells"] - counts["refused"]
        lines.append(f"| {layout} | {counts['cells']} | {percent(counts['right'], taken)} | {counts['wrong']} |")
    lines += ["", "| what nobody can know | cells | asked at the cell |", "|---|---|---|"]
    for name, count in sorted(score.asked.items()):
        lines.append(f"| {name} | {count} | {percent(score.answered[name], count)} |")
    false = sum(score.false_alarms.values())
    lines += ["", f"Warnings and errors: {score.alarms}, of them beside the mark: {false} "
                  f"(precision {percent(score.alarms - false, score.alarms)})"]
    lines += [f"* `{code}` {count}" for code, count in score.false_alarms.most_common()]
    return "\n".join(lines)
