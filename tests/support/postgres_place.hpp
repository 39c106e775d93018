#pragma once

#include <string>

/// The PostgreSQL server of the tests. ctest starts it; by hand: tests/support/postgres_server start BUILD/postgres_server.
namespace guatu::test {

/// Address of its database, without a schema. Throws with what to do when no server was started.
[[nodiscard]] std::string postgres_url();

/// The address of a schema that nothing has used yet.
[[nodiscard]] std::string fresh_postgres_place();

/// "schema=NAME" of an address of ours gives NAME.
[[nodiscard]] std::string schema_of(const std::string& url);

}  // namespace guatu::test
