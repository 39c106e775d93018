#include "guatu/base/hex.hpp"
#include "guatu/base/percent.hpp"
#include "guatu/base/text.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/events/event_watch.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/answers_codec.hpp"
#include "guatu/json/dekads_codec.hpp"
#include "guatu/json/import_codec.hpp"
#include "guatu/usecases/access/acting_changes.hpp"

namespace guatu::http {
namespace {

constexpr std::string_view kPolicies[] = {"all_or_nothing", "good_rows"};
constexpr std::size_t kLongestName = 200;  ///< Characters.

struct Wish {
  bool dry_run = true;
  usecases::ImportPolicy policy = usecases::ImportPolicy::AllOrNothing;
  std::string reason;
};

Wish read_wish(QueryReader& query) {
  Wish wish;
  wish.dry_run = query.find_flag("dry_run").value_or(true);
  if (query.choice("policy", kPolicies) == kPolicies[1]) wish.policy = usecases::ImportPolicy::GoodRows;
  wish.reason = query.text("reason");
  return wish;
}

/// The name as the clerk knows it, without folders. Empty when it is missing or no name.
std::string file_name(const Request& request) {
  const auto values = request.header_values("X-File-Name");
  if (values.size() != 1) return {};
  const auto decoded = percent_decoded(values.front());
  if (!decoded) return {};
  auto name = normalise(*decoded);
  name = name.substr(name.find_last_of("/\\") + 1);
  const bool readable = character_count(name) <= kLongestName && !contains(name, "\xEF\xBF\xBD");
  return readable ? name : std::string{};
}

Problem bad_name() {
  return {400,
          "wrong_usage",
          {"请在 X-File-Name 中给出文件名（UTF-8，百分号编码）",
           "X-File-Name has to name the file (UTF-8, percent-encoded)"},
          "",
          {}};
}

Problem may_not_write() {
  return {403,
          "read_only",
          {"尚无账号，只有在本机回环地址上提供服务时才能写入",
           "there are no accounts yet: only a loopback service may write"},
          "",
          {}};
}

Error gone(const std::string& id) {
  return make_error(ErrorKind::NotFound, id, "这个文件已不在服务内存中，请重新上传",
                    "this file is not kept any more; send it again");
}

/// A name that nobody guesses: whoever has it may fetch the file.
std::string new_id(ports::Entropy& entropy) {
  constexpr std::size_t kBytes = 16;
  return to_hex(entropy.random_bytes(kBytes));
}

Result<usecases::ImportAnswer> import(Context& context, const Call& call, const usecases::ImportFile& file,
                                      const usecases::ImportRequest& request) {
  return context.stores.write([&](telemetry::WatchedStore& store) -> Result<usecases::ImportAnswer> {
    const auto session = session_for(context, store, call);
    auto answer = usecases::import_as(session, file, request);
    // What is written is written, whether or not anybody can be told.
    if (answer && answer->applied)
      if (const auto told = tell_news(context, store); !told)
        context.log.write_error(telemetry::Level::Debug, "events_blind", told.error());
    return answer;
  });
}

/// Reads, compares and perhaps writes the file, and keeps it with what was said.
Answer work_on(Context& context, const Call& call, SentFile sent, const Wish& wish) {
  if (!wish.dry_run && call.who.by == SignedInBy::Machine && !context.office.may_write) return may_not_write();
  usecases::ImportFile file{sent.name, sent.bytes, context.office.read_workbook(sent.bytes, sent.name)};
  const usecases::ImportRequest request{sent.unit, sent.dekad, wish.dry_run, wish.policy, sent.answers, wish.reason};
  const auto answer = import(context, call, file, request);
  if (!answer) return answer.error();
  sent.messages.clear();
  for (const auto& table : answer->tables)
    sent.messages.insert(sent.messages.end(), table.messages.begin(), table.messages.end());
  const auto annotated = file.workbook ? std::string(kApiBase) + "imports/" + sent.id + "/annotated" : std::string{};
  const json::SentImport document{sent.id,         sent.name,   wish.dry_run, answer->applied,
                                  answer->refused, answer->seq, annotated};
  auto response = make_response(200, kJsonType, json::encode_sent_import(document, answer->tables) + "\n");
  context.imports.keep(std::make_shared<const SentFile>(std::move(sent)));
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

/// Macros stay in their own kind of file; whatever else is annotated becomes .xlsx.
std::string annotated_name(const std::string& name) {
  const auto dot = std::min(name.rfind('.'), name.size());
  return name.substr(0, dot) + "（标注）" + (name.ends_with(".xlsm") ? ".xlsm" : ".xlsx");
}

}  // namespace

Answer take_import(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto wish = read_wish(query);
  SentFile sent;
  if (const auto unit = query.text("unit"); !unit.empty()) sent.unit = UnitCode{unit};
  if (const auto text = query.text("dekad"); !text.empty()) {
    const auto dekad = parse_dekad(text);
    if (dekad)
      sent.dekad = *dekad;
    else
      query.fault("dekad", {"dekad 应为旬，如 2022-12-D1", "dekad must be like 2022-12-D1"});
  }
  if (const auto problem = query.finish()) return *problem;
  sent.name = file_name(call.request);
  if (sent.name.empty()) return bad_name();
  sent.bytes = call.request.body;
  sent.id = new_id(*context.office.entropy);
  return work_on(context, call, std::move(sent), wish);
}

Answer take_import_answers(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto wish = read_wish(query);
  if (const auto problem = query.finish()) return *problem;
  const auto kept = context.imports.find(call.holes[0]);
  if (kept == nullptr) return gone(call.holes[0]);
  const auto answers = json::decode_given_answers(call.request.body);
  if (!answers) return answers.error();
  auto sent = *kept;
  sent.answers.merge(*answers);
  return work_on(context, call, std::move(sent), wish);
}

Answer answer_annotated_import(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto kept = context.imports.find(call.holes[0]);
  if (kept == nullptr) return gone(call.holes[0]);
  const auto workbook = context.office.read_workbook(kept->bytes, kept->name);
  if (!workbook) return workbook.error();
  auto bytes = context.office.annotate_return(kept->bytes, *workbook, kept->messages);
  if (!bytes) return bytes.error();
  const auto name = annotated_name(kept->name);
  auto response = make_response(200, std::string(json::paper_media_type(name)), *std::move(bytes));
  response.with("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(name));
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

}  // namespace guatu::http
