#pragma once

#include <string>

namespace guatu::test {

/// An instance of our own in the format of PSPLIB: eight activities between two dummies, two resources. The critical path is
/// 11, the first resource alone needs 13 periods, and the shortest schedule takes 14.
inline std::string small_instance_text() {
  return R"(************************************************************************
file with basedata            : own.bas
initial value random generator: 1
************************************************************************
projects                      :  1
jobs (incl. supersource/sink ):  10
horizon                       :  28
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
************************************************************************
PROJECT INFORMATION:
pronr.  #jobs rel.date duedate tardcost  MPM-Time
    1      8      0       11        1       11
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          3           2   3   4
   2        1          2           5   6
   3        1          1           7
   4        1          2           7   8
   5        1          1           9
   6        1          1           9
   7        1          1           9
   8        1          1          10
   9        1          1          10
  10        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       2    0
  3      1     4       3    1
  4      1     2       2    2
  5      1     5       2    1
  6      1     2       4    0
  7      1     4       2    2
  8      1     5       1    3
  9      1     3       3    1
 10      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
   5    4
************************************************************************
)";
}

}  // namespace guatu::test
