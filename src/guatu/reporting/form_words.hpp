#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/facts.hpp"

/// Words of table 2 as its drop-downs offer them. Source: contract 4.
namespace guatu::reporting {

/// 未启动 / 正在组卷 / … / 不涉及, in the order of work.
[[nodiscard]] std::vector<std::string> state_drop_down();
/// 不涉及 / 豁免 / … for 不涉及理由.
[[nodiscard]] std::vector<std::string> reason_drop_down();
[[nodiscard]] std::vector<std::string> authority_drop_down(const campaign::Campaign& campaign);

/// The word for the state on a day; empty for `Unknown`.
[[nodiscard]] std::string state_word(const ledger::PartFacts& facts, Date day, campaign::Completion completion);
[[nodiscard]] std::string authority_word(const campaign::Campaign& campaign, std::optional<Authority> authority);
/// What the campaign calls its region, 省 or 自治区: the region's drop-down word without 级.
[[nodiscard]] std::string region_word(const campaign::Campaign& campaign);
/// Title and last but one header of table 3. Source: Plan, annex 3.
[[nodiscard]] std::string upper_list_title(const campaign::Campaign& campaign);
[[nodiscard]] std::string upper_departments_header(const campaign::Campaign& campaign);
/// A kind's column head, its name where it has none.
[[nodiscard]] const std::string& column_name(const campaign::ProcedureKind& kind);
/// 审批 / 核准 / 备案, or empty.
[[nodiscard]] std::string track_word(std::optional<Track> track);
[[nodiscard]] std::string unit_name(const campaign::Campaign& campaign, const UnitCode& unit, Date day);
[[nodiscard]] std::string unit_short_name(const campaign::Campaign& campaign, const UnitCode& unit, Date day);
/// "办结 2022.12.05", "计划 2023.1.20", "不涉及": the cell of 任务表.
[[nodiscard]] std::string kind_cell(const ledger::PartFacts& facts, Date day, campaign::Completion completion);
[[nodiscard]] std::string vague_date_text(const VagueDate& date);

}  // namespace guatu::reporting
