#include "guatu/intake/exports/export_adapter.hpp"

#include <array>

#include "guatu/base/text.hpp"
#include "guatu/campaign/reading/file_readers.hpp"

namespace guatu::intake {
namespace {

using campaign::Faults;
using campaign::SpellingBook;
using campaign::TableReader;

constexpr std::array<std::string_view, kExportColumnCount> kColumns{
    "project_code", "kind", "part", "state", "submitted", "accepted", "finished", "document_number", "authority"};

class AdapterReader {
 public:
  AdapterReader(TableReader& document, const campaign::Campaign& campaign, Faults& faults)
      : document_(document), campaign_(campaign), faults_(faults) {}

  ExportAdapter read() {
    adapter_.id = places_.read_code(document_, "id", "adapter", faults_);
    adapter_.name = campaign::read_bilingual(document_, "name");
    adapter_.sheet = document_.text_or("sheet", "");
    read_fixed_kind();
    read_columns();
    read_states();
    read_kinds();
    read_authorities();
    document_.finish();
    return std::move(adapter_);
  }

 private:
  void read_fixed_kind() {
    const auto code = document_.find_text("kind");
    if (!code) return;
    adapter_.kind = KindCode{*code};
    if (campaign_.find_kind(*adapter_.kind) == nullptr)
      document_.fault("kind", "“" + *code + "”不是审批事项代码", "\"" + *code + "\" is no code of a procedure");
  }

  void read_columns() {
    auto columns = document_.table("columns");
    if (!columns) return;
    SpellingBook book;
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      const std::string name(kColumns[i]);
      for (const auto& header : columns->placed_texts(name)) {
        book.claim(header.text, "columns." + name, header.place, faults_);
        adapter_.headers[static_cast<ExportColumn>(i)].push_back(match_key(header.text));
      }
    }
    columns->finish();
    check_columns(*columns);
  }

  void check_columns(TableReader& columns) {
    const auto has = [&](ExportColumn column) { return adapter_.headers.contains(column); };
    if (!has(ExportColumn::ProjectCode))
      columns.fault("project_code", "必须填写：没有项目代码无法比对", "is missing: rows are matched by project code");
    if (has(ExportColumn::Kind) && adapter_.kind)
      columns.fault("kind", "与固定的 kind 只能写一处", "cannot stand beside a fixed kind");
    if (!has(ExportColumn::Kind) && !adapter_.kind)
      columns.fault("kind", "必须填写，或者在开头写固定的 kind", "is missing, and so is a fixed kind");
    if (!has(ExportColumn::State) && !has(ExportColumn::Finished))
      columns.fault("state", "与 finished 至少填写一个", "is missing, and so is finished: nothing could be compared");
  }

  void read_states() {
    const bool needed = adapter_.headers.contains(ExportColumn::State);
    if (!document_.has("states")) {
      if (needed)
        document_.fault("states", "必须填写：平台上的每种状态是什么意思",
                        "is missing: what the platform's states mean");
      return;
    }
    auto states = document_.table("states");
    if (!states) return;
    SpellingBook book;
    for (std::size_t i = 0; i < kProcedureStateCount; ++i) {
      const auto state = static_cast<ProcedureState>(i);
      if (state == ProcedureState::Unknown) continue;
      const std::string name(state_name(state));
      for (const auto& word : states->placed_texts(name)) {
        book.claim(word.text, "states." + name, word.place, faults_);
        adapter_.states.emplace(match_key(word.text), state);
      }
    }
    for (const auto& word : states->placed_texts("skipped")) {
      book.claim(word.text, "states.skipped", word.place, faults_);
      adapter_.skipped_states.push_back(match_key(word.text));
    }
    states->finish();
  }

  void read_kinds() {
    if (!document_.has("kinds")) return;
    auto kinds = document_.table("kinds");
    if (!kinds) return;
    SpellingBook book;
    for (const auto& kind : campaign_.kinds)
      for (const auto& word : kinds->placed_texts(kind.code.text())) {
        book.claim(word.text, "kinds." + kind.code.text(), word.place, faults_);
        adapter_.kinds.emplace(match_key(word.text), kind.code);
      }
    kinds->finish();
  }

  void read_authorities() {
    if (!document_.has("authorities")) return;
    auto authorities = document_.table("authorities");
    if (!authorities) return;
    SpellingBook book;
    for (const auto authority : {Authority::State, Authority::Region, Authority::City, Authority::County}) {
      const std::string name(authority_name(authority));
      for (const auto& word : authorities->placed_texts(name)) {
        book.claim(word.text, "authorities." + name, word.place, faults_);
        adapter_.authorities.emplace(match_key(word.text), authority);
      }
    }
    authorities->finish();
  }

  TableReader& document_;
  const campaign::Campaign& campaign_;
  Faults& faults_;
  campaign::Places places_;
  ExportAdapter adapter_;
};

Error refused(const std::string& file, const Faults& faults) {
  auto reasons = faults.in_order();
  const auto count = std::to_string(reasons.size());
  return {ErrorKind::InvalidInput,
          {"对接文件 " + file + " 有 " + count + " 处错误，请逐条改正后重新比对",
           "the adapter " + file + " holds " + count + (reasons.size() == 1 ? " fault" : " faults") +
               "; mend them and match again"},
          file,
          std::move(reasons)};
}

}  // namespace

std::string_view export_column_name(ExportColumn column) {
  return kColumns[static_cast<std::size_t>(column)];
}

Result<ExportAdapter> parse_export_adapter(std::string_view text, const std::string& file,
                                           const campaign::Campaign& campaign) {
  Faults faults;
  const auto node = campaign::parse_toml(text, file, faults);
  if (!node) return refused(file, faults);
  TableReader document(*node, file, faults);
  auto adapter = AdapterReader(document, campaign, faults).read();
  if (!faults.empty()) return refused(file, faults);
  return adapter;
}

}  // namespace guatu::intake
