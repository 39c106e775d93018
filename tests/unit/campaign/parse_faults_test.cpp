#include <ostream>

#include "tests/unit/campaign/small_files.hpp"

/// Every fault that a file can have: exactly its place and words, and nothing beside it.
namespace guatu::campaign {
namespace {

using testing::replaced;
using testing::small_files;

struct Case {
  const char* name;
  const char* file;
  const char* old_text;  ///< "" appends at the end of the file.
  const char* new_text;
  std::vector<Bilingual> reasons;
};

std::ostream& operator<<(std::ostream& stream, const Case& fault) {
  return stream << fault.name;
}

class ParseFaults : public ::testing::TestWithParam<Case> {};

TEST_P(ParseFaults, AreToldWithPlace) {
  const auto& fault = GetParam();
  auto files = small_files();
  auto& text = files[fault.file];
  text = *fault.old_text == '\0' ? text + fault.new_text : replaced(text, fault.old_text, fault.new_text);
  const auto loaded = parse_campaign(files);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ErrorKind::InvalidInput);
  ASSERT_EQ(loaded.error().reasons.size(), fault.reasons.size()) << loaded.error().reasons.front().zh;
  for (std::size_t i = 0; i < fault.reasons.size(); ++i) {
    EXPECT_EQ(loaded.error().reasons[i].zh, fault.reasons[i].zh);
    EXPECT_EQ(loaded.error().reasons[i].en, fault.reasons[i].en);
  }
}

std::string name_of(const ::testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Keys, ParseFaults,
    ::testing::Values(
        Case{"UnknownKeyWithSuggestion",
             "campaign.toml",
             "title_en =",
             "titel_en =",
             {{"campaign.toml:3: titel_en 是不认识的项；是否为 title_en",
               "campaign.toml:3: titel_en is not a known key; did you mean title_en"}}},
        Case{"UnknownKeyLikeNothing",
             "units.toml",
             "aliases = [\"北\"]",
             "population = 100000",
             {{"units.toml:4: population 是不认识的项", "units.toml:4: population is not a known key"}}},
        Case{"UnknownTable",
             "catalogue.toml",
             "",
             "\n[[knid]]\ncode = \"x\"\n",
             {{"catalogue.toml:36: knid 是不认识的项；是否为 kind",
               "catalogue.toml:36: knid is not a known key; did you mean kind"}}},
        Case{"MissingKey",
             "catalogue.toml",
             "line = \"plb\"\nleading",
             "leading",
             {{"catalogue.toml:1: line 必须填写", "catalogue.toml:1: line is missing"}}},
        Case{"MissingDay",
             "campaign.toml",
             "deadline = 2024-05-31\n",
             "",
             {{"campaign.toml:18: deadline 必须填写", "campaign.toml:18: deadline is missing"}}},
        Case{"MissingStartOnly",
             "campaign.toml",
             "starts_on = 2024-05-06\n",
             "",
             {{"campaign.toml:1: starts_on 必须填写", "campaign.toml:1: starts_on is missing"}}},
        Case{"MissingNumber",
             "campaign.toml",
             "bottom = 1\n",
             "",
             {{"campaign.toml:54: bottom 必须填写", "campaign.toml:54: bottom is missing"}}},
        Case{"MissingTable",
             "campaign.toml",
             "[form]\nplan_year = 2024\nstate = \"国家级\"\nregion = \"省级\"\ncity = \"市级\"\ncounty = \"县级\"\n",
             "",
             {{"campaign.toml: 缺少 [form]", "campaign.toml: [form] is missing"}}},
        Case{"MissingCapacities",
             "units.toml",
             "capacities = [\"approver\", \"office\"]\n",
             "",
             {{"units.toml:7: capacities 必须填写", "units.toml:7: capacities is missing"}}},
        Case{"MissingPerson",
             "units.toml",
             "person = \"某甲\"\n",
             "",
             {{"units.toml:12: person 必须填写，待定时写 \"\"",
               "units.toml:12: person is missing; write \"\" while the post is vacant"}}},
        Case{"MissingVariant",
             "catalogue.toml",
             "[[kind.variant]]\ncode = \"normal\"\nname = \"一般\"\nname_en = \"normal\"\ndays = 7\nunit = "
             "\"calendar\"\nsource = \"某法第二条\"\n",
             "",
             {{"catalogue.toml:17: variant 至少要有一种办理形式及其法定时限",
               "catalogue.toml:17: variant is missing: at least one form with its legal limit"}}},
        Case{"Blank",
             "campaign.toml",
             "\"小城行动\"",
             "\" 　\"",
             {{"campaign.toml:2: title 不能为空", "campaign.toml:2: title is blank"}}},
        Case{"BlankAlias",
             "units.toml",
             "[\"北\"]",
             "[\"北\", \"\"]",
             {{"units.toml:4: aliases 里有空白项", "units.toml:4: aliases holds a blank entry"}}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Types, ParseFaults,
    ::testing::Values(
        Case{"NumberForText",
             "campaign.toml",
             "version = \"1\"",
             "version = 1",
             {{"campaign.toml:4: version 应为文字，写在引号里", "campaign.toml:4: version is not text in quotes"}}},
        Case{"TextForNumber",
             "catalogue.toml",
             "days = 20",
             "days = \"20\"",
             {{"catalogue.toml:13: days 应为整数", "catalogue.toml:13: days is not a whole number"}}},
        Case{"FractionForNumber",
             "catalogue.toml",
             "days = 20",
             "days = 20.5",
             {{"catalogue.toml:13: days 应为整数", "catalogue.toml:13: days is not a whole number"}}},
        Case{"TextForDay",
             "campaign.toml",
             "deadline = 2024-05-31",
             "deadline = \"2024-05-31\"",
             {{"campaign.toml:24: deadline 应为日期，如 2022-11-30（不加引号）",
               "campaign.toml:24: deadline is not a day like 2022-11-30 (without quotes)"}}},
        Case{"TimeForDay",
             "campaign.toml",
             "deadline = 2024-05-31",
             "deadline = 2024-05-31T18:00:00",
             {{"campaign.toml:24: deadline 应为日期，如 2022-11-30（不加引号）",
               "campaign.toml:24: deadline is not a day like 2022-11-30 (without quotes)"}}},
        Case{"TextForFlag",
             "campaign.toml",
             "due_shift = \"keep\"",
             "due_shift = \"keep\"\npractice_edges = \"yes\"",
             {{"campaign.toml:38: practice_edges 应为 true 或 false（不加引号）",
               "campaign.toml:38: practice_edges is not true or false (without quotes)"}}},
        Case{"TextForList",
             "units.toml",
             "aliases = [\"北\"]",
             "aliases = \"北\"",
             {{"units.toml:4: aliases 应为列表，写在 [ ] 里", "units.toml:4: aliases is not a list in [ ]"}}},
        Case{"NumberInListOfTexts",
             "units.toml",
             "[\"北\"]",
             "[\n  \"北\",\n  7]",
             {{"units.toml:6: aliases 的每一项应为文字，写在引号里",
               "units.toml:6: aliases holds something that is not text in quotes"}}},
        Case{"TextInListOfDays",
             "campaign.toml",
             "[2024-05-31]",
             "[\"2024-05-31\"]",
             {{"campaign.toml:8: assessment_cuts 的每一项应为日期，如 2022-11-30（不加引号）",
               "campaign.toml:8: assessment_cuts holds something that is not a day like 2022-11-30 (without quotes)"}}},
        Case{"SingleBrackets",
             "campaign.toml",
             "[[due]]",
             "[due]",
             {{"campaign.toml:27: due 应为若干个表，每个以两层方括号起头",
               "campaign.toml:27: due is not tables, each begun by double brackets"}}},
        Case{"TextAmongTables",
             "catalogue.toml",
             "name = \"建设审批\"\n",
             "name = \"建设审批\"\npredecessor = [\"plan\"]\n",
             {{"catalogue.toml:32: 读不下去，以下未检查：表头写法有误或与前文重复（Error while parsing table header: "
               "cannot redefine existing array 'kind.predecessor' as array-of-tables）",
               "catalogue.toml:32: not valid TOML, the rest was not checked: Error while parsing table header: cannot "
               "redefine existing array 'kind.predecessor' as array-of-tables"}}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Values, ParseFaults,
    ::testing::Values(
        Case{"NotToml",
             "units.toml",
             "name = \"北县\"",
             "name = 北县",
             {{"units.toml:3: 读不下去，以下未检查：值写法有误，文字要写在英文引号里（Error while parsing value: could "
               "not determine value type）",
               "units.toml:3: not valid TOML, the rest was not checked: Error while parsing value: could not determine "
               "value type"}}},
        Case{"ChineseTableName",
             "units.toml",
             "[[post]]",
             "[[职务]]",
             {{"units.toml:12: 读不下去，以下未检查：项名写法有误或重复（Error while parsing key: expected bare key "
               "starting "
               "character or string delimiter, saw '职'）",
               "units.toml:12: not valid TOML, the rest was not checked: Error while parsing key: expected bare key "
               "starting character or string delimiter, saw '职'"}}},
        Case{"ChineseStopOutsideQuotes",
             "units.toml",
             "[[post]]",
             "。[[post]]",
             {{"units.toml:12: 读不下去，以下未检查：此处有多余的文字或标点，文字要写在英文引号里（Error while parsing "
               "root table: expected keys, tables, whitespace or comments, saw '。'）",
               "units.toml:12: not valid TOML, the rest was not checked: Error while parsing root table: expected "
               "keys, tables, whitespace or comments, saw '。'"}}},
        Case{"BracketAlone",
             "units.toml",
             "[[post]]",
             "[\n[post]]",
             {{"units.toml:12: 读不下去，以下未检查：项名写法有误或重复（Error while parsing key: expected bare key "
               "starting "
               "character or string delimiter, saw '\\n'）",
               "units.toml:12: not valid TOML, the rest was not checked: Error while parsing key: expected bare key "
               "starting character or string delimiter, saw '\\n'"}}},
        Case{"NoSuchDay",
             "campaign.toml",
             "deadline = 2024-05-31",
             "deadline = 2024-02-30",
             {{"campaign.toml:24: 读不下去，以下未检查：没有这一天，或日期写法有误（Error while parsing date: expected "
               "day between 1 and 29 (inclusive), saw 30）",
               "campaign.toml:24: not valid TOML, the rest was not checked: Error while parsing date: expected day "
               "between 1 and 29 (inclusive), saw 30"}}},
        Case{"WordWithSuggestion",
             "campaign.toml",
             "measure = \"projects_finished\"",
             "measure = \"project_finished\"",
             {{"campaign.toml:22: "
               "“project_finished”不在可选值中：projects_finished、projects_meet、procedures_finished、procedures_"
               "handed_up；是否为 projects_finished",
               "campaign.toml:22: \"project_finished\" is none of projects_finished, projects_meet, "
               "procedures_finished, procedures_handed_up; did you mean projects_finished"}}},
        Case{"WordLikeNothing",
             "catalogue.toml",
             "unit = \"working\"",
             "unit = \"weeks\"",
             {{"catalogue.toml:14: “weeks”不在可选值中：working、calendar",
               "catalogue.toml:14: \"weeks\" is none of working, calendar"}}},
        Case{"CapacityUnknown",
             "units.toml",
             "[\"approver\",",
             "[\"approvers\",",
             {{"units.toml:10: "
               "“approvers”不在可选值中：district、sponsor、approver、office、supervision、publicity、member；是否为 "
               "approver",
               "units.toml:10: \"approvers\" is none of district, sponsor, approver, office, supervision, publicity, "
               "member; did you mean approver"}}},
        Case{"MembersAreNotRanked",
             "campaign.toml",
             "ranked = \"district\"",
             "ranked = \"member\"",
             {{"campaign.toml:58: “member”不在可选值中：district、sponsor、approver",
               "campaign.toml:58: \"member\" is none of district, sponsor, approver"}}},
        Case{"TrackUnknown",
             "catalogue.toml",
             "edge = \"law\"",
             "edge = \"law\"\ntracks = [\"filling\"]",
             {{"catalogue.toml:34: “filling”不在可选值中：approval、sanction、filing；是否为 filing",
               "catalogue.toml:34: \"filling\" is none of approval, sanction, filing; did you mean filing"}}},
        Case{"NumberTooSmall",
             "catalogue.toml",
             "days = 20",
             "days = -1",
             {{"catalogue.toml:13: days 应在 0 到 1000 之间", "catalogue.toml:13: days must lie between 0 and 1000"}}},
        Case{"NumberTooLarge",
             "campaign.toml",
             "due_shift = \"keep\"",
             "due_shift = \"keep\"\nyellow_days = 61",
             {{"campaign.toml:38: yellow_days 应在 0 到 60 之间",
               "campaign.toml:38: yellow_days must lie between 0 and 60"}}},
        Case{"PromiseLongerThanLaw",
             "catalogue.toml",
             "days = 20",
             "days = 20\npromised_days = 21",
             {{"catalogue.toml:14: promised_days 长于法定时限",
               "catalogue.toml:14: promised_days is longer than the legal limit"}}},
        Case{"ThresholdNothing",
             "campaign.toml",
             "\"1/1\"",
             "\"0/1\"",
             {{"campaign.toml:23: threshold 应为大于 0、不超过 1 的分数，如 70/100",
               "campaign.toml:23: threshold is not a fraction above 0 and at most 1, like 70/100"}}},
        Case{"ThresholdAboveOne",
             "campaign.toml",
             "\"1/1\"",
             "\"101/100\"",
             {{"campaign.toml:23: threshold 应为大于 0、不超过 1 的分数，如 70/100",
               "campaign.toml:23: threshold is not a fraction above 0 and at most 1, like 70/100"}}},
        Case{"ThresholdByZero",
             "campaign.toml",
             "\"1/1\"",
             "\"0/0\"",
             {{"campaign.toml:23: threshold 应为大于 0、不超过 1 的分数，如 70/100",
               "campaign.toml:23: threshold is not a fraction above 0 and at most 1, like 70/100"}}},
        Case{"ThresholdPercent",
             "campaign.toml",
             "\"1/1\"",
             "\"70%\"",
             {{"campaign.toml:23: threshold 应为大于 0、不超过 1 的分数，如 70/100",
               "campaign.toml:23: threshold is not a fraction above 0 and at most 1, like 70/100"}}},
        Case{"StageBackwards",
             "campaign.toml",
             "last = 2024-05-31",
             "last = 2024-05-05",
             {{"campaign.toml:15: last 早于 first", "campaign.toml:15: last lies before first"}}},
        Case{"CampaignBackwards",
             "campaign.toml",
             "ends_on = 2024-05-31\nfirst_dekad = \"2024-05-D1\"",
             "ends_on = 2024-05-05\nfirst_dekad = \"2024-05-D1\"",
             {{"campaign.toml:6: ends_on 早于 starts_on", "campaign.toml:6: ends_on lies before starts_on"}}},
        Case{"NoDekad",
             "campaign.toml",
             "2024-05-D1",
             "2024-05-D4",
             {{"campaign.toml:7: first_dekad 应为旬，如 2022-11-D3",
               "campaign.toml:7: first_dekad is not a dekad like 2022-11-D3"}}},
        Case{"DekadBefore",
             "campaign.toml",
             "2024-05-D1",
             "2024-04-D3",
             {{"campaign.toml:7: first_dekad 不在行动起止日期之内",
               "campaign.toml:7: first_dekad lies outside the campaign"}}},
        Case{"DekadAfter",
             "campaign.toml",
             "2024-05-D1",
             "2024-06-D1",
             {{"campaign.toml:7: first_dekad 不在行动起止日期之内",
               "campaign.toml:7: first_dekad lies outside the campaign"}}},
        Case{"ValidBackwards",
             "catalogue.toml",
             "line = \"plb\"\nleading",
             "line = \"plb\"\nvalid_from = 2024-05-02\nvalid_until = 2024-05-01\nleading",
             {{"catalogue.toml:8: valid_until 早于 valid_from",
               "catalogue.toml:8: valid_until lies before valid_from"}}},
        Case{"RenamedBackwards",
             "units.toml",
             "[[post]]",
             "[[unit.renamed]]\nfrom = 2024-05-02\nname = \"规划一局\"\n[[unit.renamed]]\nfrom = 2024-05-02\nname = "
             "\"规划二局\"\n[[post]]",
             {{"units.toml:16: from 不晚于前一次更名", "units.toml:16: from is not after the renaming before"}}},
        Case{"CodeLetters",
             "units.toml",
             "code = \"north\"",
             "code = \"北 1\"",
             {{"units.toml:2: code 只能用字母、数字、_ 和 -",
               "units.toml:2: code may hold letters, digits, _ and - only"}}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Calendar, ParseFaults,
    ::testing::Values(Case{"DayWithoutWorking",
                           "calendar.toml",
                           "",
                           "[[day]]\nfirst = 2024-05-13\nsource = \"通知\"\n",
                           {{"calendar.toml:1: working 必须填写 true 或 false",
                             "calendar.toml:1: working is missing: true or false"}}},
                      Case{"DayWithoutSource",
                           "calendar.toml",
                           "",
                           "[[day]]\nfirst = 2024-05-13\nworking = false\n",
                           {{"calendar.toml:1: source 必须填写", "calendar.toml:1: source is missing"}}},
                      Case{"DaysBackwards",
                           "calendar.toml",
                           "",
                           "[[day]]\nfirst = 2024-05-13\nlast = 2024-05-12\nworking = false\nsource = \"通知\"\n",
                           {{"calendar.toml:3: last 应在 first 当日至其后 60 天之内",
                             "calendar.toml:3: last must lie on first or within 60 days after it"}}},
                      Case{"DaysOfTheWrongYear",
                           "calendar.toml",
                           "",
                           "[[day]]\nfirst = 2024-05-13\nlast = 2025-05-14\nworking = false\nsource = \"通知\"\n",
                           {{"calendar.toml:3: last 应在 first 当日至其后 60 天之内",
                             "calendar.toml:3: last must lie on first or within 60 days after it"}}},
                      Case{"YearAsText",
                           "calendar.toml",
                           "",
                           "covered_years = [\"2027\"]\n",
                           {{"calendar.toml:1: covered_years 的每一项应为整数",
                             "calendar.toml:1: covered_years holds something that is not a whole number"}}},
                      Case{"YearMistyped",
                           "calendar.toml",
                           "",
                           "covered_years = [20277]\n",
                           {{"calendar.toml:1: covered_years 应在 1990 到 2200 之间",
                             "calendar.toml:1: covered_years must lie between 1990 and 2200"}}}),
    name_of);

}  // namespace
}  // namespace guatu::campaign
