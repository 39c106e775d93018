#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/campaign/procedure_state.hpp"

/// How the export of an approval platform is to be read: which column holds what, and what the platform's words mean. An
/// office writes it, as docs/guides/platform-adapter.md explains.
namespace guatu::intake {

enum class ExportColumn {
  ProjectCode,
  Kind,
  Part,
  State,
  Submitted,
  Accepted,
  Finished,
  DocumentNumber,
  Authority,
};
inline constexpr std::size_t kExportColumnCount = 9;
/// "project_code", "kind", … as the adapter calls them.
[[nodiscard]] std::string_view export_column_name(ExportColumn column);

struct ExportAdapter {
  std::string id;                  ///< Letters, digits, "_" and "-"; disputes are told apart by it.
  Bilingual name;                  ///< 投资项目在线审批监管平台
  std::string sheet;               ///< Empty: every visible sheet that has the columns.
  std::optional<KindCode> kind{};  ///< Every row is of this kind; otherwise a column says.
  std::map<ExportColumn, std::vector<std::string>> headers;  ///< Each column's possible headers.
  std::map<std::string, ProcedureState> states;              ///< By match_key.
  std::vector<std::string> skipped_states;                   ///< Match keys; such rows say nothing.
  std::map<std::string, KindCode> kinds;                     ///< By match_key, beside the catalogue's own spellings.
  std::map<std::string, Authority> authorities;              ///< By match_key, beside the campaign's own words.
};

/// Errors: InvalidInput with every fault as a reason "adapter.toml:12: columns.kind …".
[[nodiscard]] Result<ExportAdapter> parse_export_adapter(std::string_view text, const std::string& file,
                                                         const campaign::Campaign& campaign);

}  // namespace guatu::intake
