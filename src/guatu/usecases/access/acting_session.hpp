#pragma once

#include "guatu/access/acting.hpp"
#include "guatu/usecases/session.hpp"

namespace guatu::usecases {

/// A session in which an account acts in one of its posts. None: who runs the program on the office's own machine, and may do
/// what the office may.
struct ActingSession : Session {
  const access::Acting* acting = nullptr;
};

}  // namespace guatu::usecases
