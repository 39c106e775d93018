#pragma once

#include <boost/json.hpp>
#include <string>

namespace guatu::test {

/// Compares a real body with api/examples/NAME.json, digests left out; ./dev golden writes the file anew instead.
void expect_example(const std::string& name, const boost::json::value& body);

}  // namespace guatu::test
