#include "guatu/documents/docx/template_lists.hpp"

#include "guatu/documents/docx/template_grid.hpp"
#include "guatu/documents/docx/template_table.hpp"

namespace guatu::documents {
namespace {

constexpr std::string_view kHeadSuffix = "_head";
constexpr const char* kUnsealed = "unsealed_";

/// "text" for a paragraph that is nothing but {{#text}}, with `mark` for #.
std::string marked_name(const pugi::xml_node& node, char mark) {
  if (std::string_view(node.name()) != "w:p") return {};
  const auto names = field_names(paragraph_text(node));
  return names.size() == 1 && names[0].starts_with(mark) ? names[0].substr(1) : std::string{};
}

pugi::xml_node find_opening(const pugi::xml_node& root) {
  for (const auto& found : root.select_nodes(".//w:p"))
    if (!marked_name(found.node(), '#').empty()) return found.node();
  return {};
}

/// Every name by which blocks may call for this pattern.
std::vector<std::string> pattern_names(const pugi::xml_node& node) {
  if (std::string_view(node.name()) == "w:p") return field_names(paragraph_text(node));
  std::vector<std::string> names;
  for (const auto& found : node.select_nodes(".//w:p"))
    for (const auto& name : field_names(paragraph_text(found.node())))
      names.push_back(name.ends_with(kHeadSuffix) ? name.substr(0, name.size() - kHeadSuffix.size()) : name);
  return names;
}

}  // namespace

Error bad_template(const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::InvalidInput, "papers/bulletin.docx", "公文模板有误：" + zh,
                    "the paper's template is wrong: " + en);
}

Result<TemplateLists::List> TemplateLists::take_list(pugi::xml_node opening, const std::string& name) {
  List list{name, {}, {}};
  auto node = opening.next_sibling();
  while (node && marked_name(node, '/') != name) {
    const auto next = node.next_sibling();
    for (const auto& pattern : pattern_names(node))
      list.patterns.emplace(pattern, kept_.append_copy(node));
    node.parent().remove_child(node);
    node = next;
  }
  if (!node)
    return bad_template("{{#" + name + "}} 没有对应的 {{/" + name + "}}",
                        "{{#" + name + "}} has no {{/" + name + "}} beside it");
  list.place = node;
  opening.parent().remove_child(opening);
  return list;
}

Result<void> TemplateLists::take_out(const pugi::xml_node& root, const TemplateValues& values) {
  // One by one: taking a list out removes nodes that a collected set would still name.
  for (auto opening = find_opening(root); opening; opening = find_opening(root)) {
    const auto name = marked_name(opening, '#');
    if (!values.lists.contains(name))
      return bad_template("不认识的列表 {{#" + name + "}}", "unknown list {{#" + name + "}}");
    if (names().contains(name)) return bad_template("{{#" + name + "}} 出现了两次", "{{#" + name + "}} stands twice");
    GUATU_TRY(auto list, take_list(opening, name));
    auto place = list.place;
    while (place.first_child())
      place.remove_child(place.first_child());  // So that nobody takes {{/name}} for a field.
    lists_.push_back(std::move(list));
  }
  return {};
}

void TemplateLists::complain(const TemplateValues& values, FieldComplaints& complaints) const {
  const auto is_known = [&values](const std::string& name) {
    for (const std::string_view ending : {"", "_cell"})
      if (name.ends_with(ending) && values.patterns.contains(name.substr(0, name.size() - ending.size()))) return true;
    return values.fields.contains(name);
  };
  for (const auto& list : lists_)
    for (const auto& [name, pattern] : list.patterns)
      if (!is_known(name))
        complaints.unknown.push_back(
            {name, complaints.part,
             paragraph_text(pattern.name() == std::string_view("w:p") ? pattern
                                                                      : pattern.select_node(".//w:p").node())});
}

Result<void> TemplateLists::put_back(const TemplateValues& values, const FieldLookup& fields,
                                     FieldComplaints& complaints) {
  for (auto& list : lists_) {
    for (const auto& block : values.lists.at(list.name)) {
      auto pattern = list.patterns.find(block.pattern);
      if (pattern == list.patterns.end()) pattern = list.patterns.find(kUnsealed + block.pattern);
      if (pattern == list.patterns.end())
        return bad_template("{{#" + list.name + "}} 中缺少 {{" + block.pattern + "}}",
                            "{{#" + list.name + "}} lacks {{" + block.pattern + "}}");
      auto copy = list.place.parent().insert_copy_before(pattern->second, list.place);
      if (block.keeps_with_next) keep_with_next(copy);
      const auto lookup = [&](const std::string& name) {
        const auto known = fields(name);  // Asked for in any case: what stands in a list is not missing.
        return name == pattern->first ? std::optional(block.text) : known;
      };
      if (block.rows.empty())
        fill_paragraphs(copy, lookup, complaints);
      else if (is_grid(copy, block.pattern))
        fill_grid(copy, block, lookup, complaints);
      else
        GUATU_CHECK(fill_table(copy, block, complaints));
    }
    list.place.parent().remove_child(list.place);
  }
  return {};
}

std::set<std::string> TemplateLists::names() const {
  std::set<std::string> names;
  for (const auto& list : lists_)
    names.insert(list.name);
  return names;
}

}  // namespace guatu::documents
