# Tests that need a database server share one that ctest starts and stops: FIXTURES_REQUIRED postgres_server.
# By hand: tests/support/postgres_server start build/test/postgres_server
function(guatu_postgres_server)
  set(script python3 ${CMAKE_SOURCE_DIR}/tests/support/postgres_server)
  add_test(NAME "postgres server: start" COMMAND ${script} start ${CMAKE_BINARY_DIR}/postgres_server)
  add_test(NAME "postgres server: stop" COMMAND ${script} stop ${CMAKE_BINARY_DIR}/postgres_server)
  set_tests_properties("postgres server: start" PROPERTIES FIXTURES_SETUP postgres_server TIMEOUT 900)
  set_tests_properties("postgres server: stop" PROPERTIES FIXTURES_CLEANUP postgres_server TIMEOUT 300)
endfunction()
