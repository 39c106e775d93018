#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "guatu/campaign/campaign_files.hpp"

#include "tests/support/paths.hpp"

/// Texts of campaigns for tests: the shipped ones, and a small one without any fault or doubt.
namespace guatu::testing {

/// The .toml files of campaigns/NAME.
inline campaign::CampaignFiles read_shipped(const std::string& name) {
  campaign::CampaignFiles files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(GUATU_SOURCE_DIR) + "/campaigns/" + name)) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    files[entry.path().filename().string()] = text.str();
  }
  return files;
}

inline campaign::LoadedCampaign load_shipped(const std::string& name) {
  auto loaded = campaign::parse_campaign(read_shipped(name));
  if (!loaded)
    for (const auto& reason : loaded.error().reasons)
      ADD_FAILURE() << reason.zh;
  return std::move(loaded).value();
}

inline constexpr const char* kSmallCampaign = R"(id = "small"
title = "小城行动"
title_en = "Small campaign"
version = "1"
starts_on = 2024-05-06
ends_on = 2024-05-31
first_dekad = "2024-05-D1"
assessment_cuts = [2024-05-31]

[[stage]]
id = "all"
name = "办理阶段"
name_en = "handling"
first = 2024-05-06
last = 2024-05-31
clause = "方案一"

[[target]]
id = "t1"
name = "全部办结"
name_en = "all finished"
measure = "projects_finished"
threshold = "1/1"
deadline = 2024-05-31
clause = "方案二"

[[due]]
id = "table2"
name = "任务表"
name_en = "table 2"
on = 2024-05-08
clause = "方案三"

[policy]
completion = "claimed"
ranking = "finished"
due_shift = "keep"

[form]
plan_year = 2024
state = "国家级"
region = "省级"
city = "市级"
county = "县级"

[paper]
office_name = "行动办公室"
headquarters_name = "行动领导小组"
red_head = "行动领导小组文件"
place = "小城"
districts_word = "各县"
departments_word = "各部门"

[[league]]
id = "district"
name = "各县"
name_en = "counties"
ranked = "district"
counts = "project"
bottom = 1
)";

inline constexpr const char* kSmallCatalogue = R"([[kind]]
code = "plan"
name = "规划审批"
name_en = "planning"
aliases = ["规划"]
line = "plb"
leading_deputy = "deputy"

[[kind.variant]]
code = "normal"
name = "一般"
name_en = "normal"
days = 20
unit = "working"
source = "某法第一条"

[[kind]]
code = "build"
name = "建设审批"
name_en = "building"
line = "plb"

[[kind.variant]]
code = "normal"
name = "一般"
name_en = "normal"
days = 7
unit = "calendar"
source = "某法第二条"

[[kind.predecessor]]
kind = "plan"
edge = "law"
source = "某法第三条"
)";

inline constexpr const char* kSmallUnits = R"([[unit]]
code = "north"
name = "北县"
aliases = ["北"]
capacities = ["district"]

[[unit]]
code = "plb"
name = "规划局"
capacities = ["approver", "office"]

[[post]]
code = "deputy"
role = "副组长"
title = "副市长"
person = "某甲"
)";

inline campaign::CampaignFiles small_files() {
  return {{"campaign.toml", kSmallCampaign}, {"catalogue.toml", kSmallCatalogue}, {"units.toml", kSmallUnits}};
}

/// The text with its first `old_text` replaced; it must be there.
inline std::string replaced(std::string text, const std::string& old_text, const std::string& new_text) {
  const auto at = text.find(old_text);
  EXPECT_NE(at, std::string::npos) << old_text;
  return at == std::string::npos ? text : text.replace(at, old_text.size(), new_text);
}

}  // namespace guatu::testing
