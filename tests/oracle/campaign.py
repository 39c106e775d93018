"""A made-up campaign: as the program reads it (files) and as the rules see it (this object)."""

from datetime import date
from fractions import Fraction

from days import day

DISTRICTS = "甲川区 乙岭区 丙河旗 丁泉旗 戊滩旗 己坡县 庚湖县 辛原旗 壬谷旗 癸坪县 子港区 丑沙旗 寅台新区".split()
DEPARTMENTS = "市规划局 市生态局 市水务局 市林草局 市建设局 市产业局".split()
KIND_NAMES = "立项 用地预审 林地审核 环评审批 取水许可 施工许可".split()
TRACKS = {"approval": "审批", "sanction": "核准", "filing": "备案"}
CUTS = [date(2022, 12, 31), date(2023, 3, 31)]


class Campaign:
    def __init__(self, random, dekads):
        self.starts, self.ends = date(2022, 11, 15), date(2023, 3, 31)
        self.first_dekad, self.version, self.cuts = dekads[0], "1", CUTS
        self.districts = {f"d{n:02}": name for n, name in enumerate(DISTRICTS[:random.randint(3, 13)])}
        self.departments = {f"b{n}": name for n, name in enumerate(DEPARTMENTS[:random.randint(3, 6)])}
        self.sponsors = [code for code in self.departments if random.random() < 0.7] or ["b0"]
        self.approvers = [code for code in self.departments if random.random() < 0.8] or ["b0"]
        self.policy = {"ranking": random.choice(["finished", "finished", "meets"]),
                       "practice_edges": random.random() < 0.5, "yellow_days": random.choice([5, 3]),
                       "yellow_slack": random.choice([5, 8])}
        self.kinds = dict(self.make_kind(random, n) for n in range(random.randint(3, 6)))
        if random.random() < 0.3:
            list(self.kinds.values())[-1]["valid_from"] = random.choice(dekads[1:]).first
        self.targets = self.make_targets(random, dekads)
        self.leagues = self.make_leagues(random)
        self.exemptions = []
        if random.random() < 0.4:
            self.exemptions.append({"league": "district", "unit": random.choice(list(self.districts)),
                                    "cut": random.choice(CUTS)})

    def make_kind(self, random, n):
        names = random.choice([["一般"], ["一般", "特殊"], ["审批", "备案"], ["核准", "审批", "备案"]])
        variants = [(name, random.choice([0, 1, 5, 7, 20, 30]), random.choice(["working", "calendar"]))
                    for name in names]
        before = [{"kind": f"k{m}", "edge": random.choice(["law", "material", "practice"]),
                   "tracks": random.choice([None, None, ["approval"], ["sanction", "filing"]]),
                   "lag": random.choice([0, 0, 0, 1, 3])} for m in range(n) if random.random() < 0.45]
        return f"k{n}", {"name": KIND_NAMES[n], "line": random.choice(list(self.departments)), "variants": variants,
                         "before": before, "valid_from": None}

    def make_targets(self, random, dekads):
        deadlines = [dekads[0].last, dekads[-1].last, dekads[-1].first, date(2023, 2, 28), date(2023, 3, 31)]
        shares = ["70/100", "1/1", "2/3", "1/2", "999/1000", "45/100"]
        shapes = [("t1", random.choice(["projects_finished", "projects_meet"]), "all"),
                  ("t2", "procedures_finished", random.choice(["city_and_county", "city_and_county", "all"])),
                  ("t3", "procedures_handed_up", "region_and_state")]
        return [{"id": name, "measure": measure, "scope": scope, "threshold": Fraction(share), "share": share,
                 "deadline": random.choice(deadlines)}
                for (name, measure, scope) in shapes for share in [random.choice(shares)]]

    def make_leagues(self, random):
        leagues = [{"id": "district", "ranked": "district", "counts": "project", "bottom": random.randint(1, 3)},
                   {"id": "sponsor", "ranked": "sponsor", "counts": "project", "bottom": random.randint(1, 2),
                    "sponsor_counts": random.choice(["own", "line"])},
                   {"id": "approver", "ranked": "approver", "counts": "procedure", "bottom": random.randint(1, 2),
                    "approver_scope": random.choice(["line", "city_only"])}]
        for league in leagues:
            if random.random() < 0.5:
                league["minimum_size"] = random.randint(1, 6)
            if random.random() < 0.25:
                league["guard"], league["guard_target"] = "target_missed", random.choice(["t1", "t2", "t3"])
                if league["counts"] == "procedure" and league["guard_target"] == "t1":
                    league["guard_target"] = "t2"  # a target of projects says nothing of a department's procedures
        return leagues

    def ranked(self, league):
        return {"district": list(self.districts), "sponsor": self.sponsors, "approver": self.approvers}[league["ranked"]]

    def limit(self, kind, track):
        """Of the variant that is called like the track, else of the first: days and unit."""
        variants = self.kinds[kind]["variants"]
        return next((v for v in variants if v[0] == TRACKS.get(track)), variants[0])[1:]

    def thresholds(self):
        return [target["threshold"] for target in self.targets]

    def in_force(self, d):
        return [code for code, kind in self.kinds.items() if kind["valid_from"] is None or kind["valid_from"] <= d]

    def name_of(self, unit):
        return self.districts.get(unit) or self.departments[unit]


def toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    if isinstance(value, str):
        return f'"{value}"'
    return value.isoformat() if isinstance(value, date) else str(value)


def block(head, **values):
    lines = [f"{key} = {toml(value)}" for key, value in values.items() if value is not None]
    return f"\n{head}\n" + "\n".join(lines) + "\n"


def campaign_text(c):
    text = block("", id="oracle", title="虚构行动", version=c.version, starts_on=c.starts, ends_on=c.ends,
                 first_dekad=c.first_dekad.name, assessment_cuts=c.cuts).lstrip()
    text += block("[[stage]]", id="all", name="全程", first=c.starts, last=c.ends, clause="虚构")
    for target in c.targets:
        text += block("[[target]]", id=target["id"], name="目标" + target["id"], measure=target["measure"],
                      scope=target["scope"], threshold=target["share"], deadline=target["deadline"], clause="虚构")
    text += block("[[due]]", id="table2", name="任务表", on=day("2022-11-21"), clause="虚构")
    text += block("[policy]", completion="claimed", due_shift="keep", **c.policy)
    text += block("[form]", plan_year=2023, state="国家级", region="自治区级", city="市级", county="旗县级",
                  ambiguous=["区级"])
    text += block("[paper]", office_name="虚构办", headquarters_name="虚构部", red_head="虚构文件", place="虚构市",
                  districts_word="旗县区", departments_word="市直部门")
    for league in c.leagues:
        text += block("[[league]]", name=league["id"], clause="虚构", **league)
    for exemption in c.exemptions:
        text += block("[[exemption]]", reason="客观原因", approval="纪要", **exemption)
    return text


def catalogue_text(c):
    text = ""
    for code, kind in c.kinds.items():
        text += block("[[kind]]", code=code, name=kind["name"], line=kind["line"], valid_from=kind["valid_from"])
        for n, (name, days, unit) in enumerate(kind["variants"]):
            text += block("[[kind.variant]]", code=f"v{n}", name=name, days=days, unit=unit, source="虚构")
        for edge in kind["before"]:
            text += block("[[kind.predecessor]]", kind=edge["kind"], edge=edge["edge"], tracks=edge["tracks"],
                          lag_days=edge["lag"], source="虚构")
    return text


def units_text(c):
    text = ""
    for code, name in c.districts.items():
        text += block("[[unit]]", code=code, name=name, capacities=["district"])
    for code, name in c.departments.items():
        capacities = [word for word, codes in (("sponsor", c.sponsors), ("approver", c.approvers)) if code in codes]
        text += block("[[unit]]", code=code, name=name, capacities=capacities or ["member"])
    return text + block("[[unit]]", code="office", name="攻坚办公室", capacities=["office"])


def write(c, folder):
    folder.mkdir(exist_ok=True)
    for name, text in (("campaign", campaign_text(c)), ("catalogue", catalogue_text(c)), ("units", units_text(c))):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
