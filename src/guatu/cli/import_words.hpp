#pragma once

#include "guatu/cli/shell.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"

/// What an import says to a person: per table a line of counts, then its messages, many of one kind in one line.
namespace guatu::cli {

void say_import(const Shell& shell, const usecases::ImportAnswer& answer, bool dry_run);

/// One line a changed value: where it stands, what it was and is.
void say_changes(const Shell& shell, const intake::ChangeSet& table);

}  // namespace guatu::cli
