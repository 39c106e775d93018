"""What units do in a made-up campaign: projects, and what each return says of them."""

from datetime import date, timedelta

from campaign import TRACKS, Campaign
from days import dekad
from facts import UPPER, Line

SYLLABLES = "风云山海松柏桥港灯塔砂岩麦稻铜铝光热仓站坊园圃渠闸坝楼馆舟车机电纸陶瓷棉麻糖盐茶酒玉珠鹿鹤雁鲤梅兰竹菊"
STARTS = ["2022-11-D3", "2022-12-D2", "2022-12-D3", "2023-01-D2", "2023-02-D2", "2023-02-D3", "2023-03-D1"]
WORDS = {"not_started": "未启动", "preparing": "正在组卷", "submitted": "已申报待受理", "in_review": "已受理在办",
         "handed_up": "要件已上报最终审批部门", "corrected": "补正", "rejected": "退件", "finished": "办结",
         "not_applicable": "不涉及", "at_region": "已报自治区"}
LEVELS = {"state": "国家级", "region": "自治区级", "city": "市级", "county": "旗县级"}
REASONS = {"not_involved": "不涉及", "exempt": "豁免", "existing_approval": "沿用已有批复",
           "merged_processing": "并联合并办理", "regional_assessment": "区域评估替代"}
PATH = ["blank", "not_started", "preparing", "submitted", "in_review", "handed_up", "finished"]


class PartLife:
    """One part on its way; gives the line that its unit would write in each dekad."""

    def __init__(self, random, kind, part, quick):
        self.random, self.kind, self.part, self.quick = random, kind, part, quick
        self.authority = random.choices(["state", "region", "city", "county", None], [1, 2, 3, 3, 0.5])[0]
        self.applies = random.random() > 0.2
        self.at, self.days, self.back = random.choice([0, 0, 1, 2, 3, 4]), {}, None
        self.last = date(2022, 10, 1)
        self.planned, self.only_at_region = None, random.random() < 0.3

    def pick_day(self, period):
        """Sometimes the first or last day of the dekad, sometimes long ago; never before the step that came first."""
        choices = [period.first, period.last, period.first + timedelta(days=self.random.randint(0, 7)),
                   period.first - timedelta(days=self.random.randint(1, 40))]
        self.last = max(self.last, min(self.random.choice(choices), period.last))
        return self.last

    def advance(self, period):
        if self.random.random() < 0.06:
            self.applies = not self.applies
        if self.random.random() > (0.8 if self.quick else 0.5) or self.at == len(PATH) - 1:
            return
        if self.back:
            return self.go_on_after_return(period)
        if PATH[self.at] in ("submitted", "in_review", "handed_up") and self.random.random() < 0.2:
            self.back = self.random.choice(["corrected", "rejected"])
            return
        for _ in range(self.random.randint(1, 3 if self.quick else 2)):
            self.at = min(self.at + 1, len(PATH) - 1)
            if PATH[self.at] == "handed_up" and self.authority not in UPPER:
                self.at += 1
            step = {"submitted": "submitted", "in_review": "accepted", "handed_up": "handed_up",
                    "finished": "finished"}.get(PATH[self.at])
            if step and self.random.random() < 0.75:
                self.days[step] = self.pick_day(period)

    def go_on_after_return(self, period):
        """Submitted, accepted or handed up again, with a day or without."""
        self.back, self.last = None, max(self.last, period.first)
        again = ["submitted", "in_review"] + (["handed_up"] if PATH[self.at] == "handed_up" else [])
        self.at = PATH.index(self.random.choice(again))
        for step in ("accepted", "handed_up")[max(self.at - 4, 0):]:
            self.days.pop(step, None)
        step = {3: "submitted", 4: "accepted", 5: "handed_up"}[self.at]
        self.days[step] = self.pick_day(period) if self.random.random() < 0.6 else self.days.get(step)

    def line(self, period):
        self.advance(period)
        random = self.random
        if not self.applies:
            return Line(self.kind, self.part, involved=False, reason=random.choice([None, *REASONS]),
                        authority=self.maybe(self.authority))
        state = self.back or PATH[self.at]
        if state == "handed_up" and self.authority == "state" and self.only_at_region:
            state = "at_region"
        if random.random() < 0.3:
            self.planned = period.first + timedelta(days=random.randint(-15, 40))
        reached = {"submitted": 3, "accepted": 4, "handed_up": 5, "finished": 6}
        given = {step: self.maybe(self.days.get(step)) for step in reached if self.at >= reached[step]}
        if self.back:
            given["accepted"] = None
        if state == "at_region":
            given["handed_up"] = None
        upper = state in ("handed_up", "at_region")
        return Line(self.kind, self.part, involved=True, authority=self.maybe(self.authority, 1 if upper else 0.9),
                    state=None if state == "blank" else self.maybe(state, 0.9), planned=self.maybe(self.planned),
                    number=self.maybe("某批〔2023〕1号", 0.6) if state == "finished" else None, **given)

    def maybe(self, value, chance=0.75):
        return value if self.random.random() < chance else None


class Site:
    """A project as its unit sees it."""

    def __init__(self, random, campaign, units):
        self.random = random
        self.name = "".join(random.sample(SYLLABLES, 7)) + "工程"
        self.unit = random.choice(units)
        self.industry = random.choice([None, *campaign.departments])
        self.track = random.choice([None, *TRACKS])
        self.total, self.year_plan = random.randint(1, 90000), random.randint(1, 9000)  # 万元
        quick = random.random() < 0.5
        self.parts = []
        for kind in campaign.kinds:
            names = ["一标段", "二标段"] if random.random() < 0.12 else [""]
            self.parts += [PartLife(random, kind, name, quick) for name in names]
        if random.random() < 0.05:
            for part in self.parts:
                part.applies = False

    def lines(self, period):
        """Some kinds are left out: unknown at first, unchanged later."""
        lines = [part.line(period) for part in self.parts]
        return [line for line in lines if line.part or self.random.random() < 0.85]


    def late_lines(self, period):
        """Days of things done, reported late: nothing else changes."""
        lines = []
        for part in self.parts:
            days = {step: d for step, d in part.days.items() if d and d <= period.last and part.applies}
            if days.get("handed_up") and part.authority not in UPPER:
                del days["handed_up"]
            if days and self.random.random() < 0.5:
                step = self.random.choice(sorted(days))
                authority = part.authority if step == "handed_up" else None
                lines.append(Line(part.kind, part.part, authority=authority, **{step: days[step]}))
        return lines


class World:
    def __init__(self, random, projects=None):
        self.random = random
        first = dekad(random.choice(STARTS))
        self.dekads = [first]
        for _ in range(random.randint(1, 3)):
            if self.dekads[-1].last < date(2023, 3, 31):
                self.dekads.append(self.dekads[-1].after())
        self.campaign = Campaign(random, self.dekads)
        units = list(self.campaign.districts) + self.campaign.sponsors
        self.sites = [Site(random, self.campaign, units) for _ in range(projects or random.randint(5, 40))]
        self.late = {site.name for site in self.sites if random.random() < 0.1}  # added with the second dekad

    def returns(self, number):
        """What each unit sends for a dekad: unit to pairs of site and lines. Some units send nothing."""
        period, sent = self.dekads[number], {}
        for site in self.sites:
            if number == 0 and site.name in self.late:
                continue
            lines = site.lines(period)
            if self.random.random() < (0.95 if number else 1):
                sent.setdefault(site.unit, []).append((site, lines))
        skipped = [unit for unit in sent if number and self.random.random() < 0.15]
        return {unit: rows for unit, rows in sent.items() if unit not in skipped}


BASE = "序号 项目代码 项目名称 所属地区 责任单位 行业主管部门 立项方式 总投资（亿元） 2023年计划完成投资（亿元）".split()
DETAIL = ("序号 项目名称 审批事项 子项 是否涉及 不涉及理由 审批层级 审批机关 责任人 状态 计划办结时间 申报时间 受理时间 上报时间 "
          "办结时间 批复文号 备注").split()


def sheets(campaign, unit, period, rows):
    """The form of a unit's return: 任务表 one line a project, 手续明细 one line a part."""
    caption = [f"填报单位（盖章）：{campaign.name_of(unit)}    旬别：{period.chinese}（{period.name}）    单位：亿元"]
    table = [["任务表"], caption, BASE + [kind["name"] for kind in campaign.kinds.values()]]
    detail = [["手续明细"], caption, DETAIL]
    for number, (site, lines) in enumerate(rows, 1):
        industry = campaign.departments[site.industry] if site.industry else None
        table.append([number, None, site.name, None, campaign.name_of(unit), industry, TRACKS.get(site.track),
                      site.total / 10000, site.year_plan / 10000] + [None] * len(campaign.kinds))
        for line in lines:
            detail.append([number, site.name, campaign.kinds[line.kind]["name"], line.part or None,
                           {None: None, True: "是", False: "否"}[line.involved], REASONS.get(line.reason),
                           LEVELS.get(line.authority), None, None, WORDS.get(line.state), line.planned, line.submitted,
                           line.accepted, line.handed_up, line.finished, line.number, None])
    return {"任务表": table, "手续明细": detail}
