-- People at the door: open sessions, failed attempts, and what happened there. Beside the chain: accounts and their posts are
-- records of the journal, these rows come and go.
create table sessions (
  digest text collate "C" not null primary key,
  id text collate "C" not null,
  account text collate "C" not null,
  post text collate "C" not null,
  address text collate "C" not null,
  agent text collate "C" not null,
  created_at bigint not null,
  used_at bigint not null
);

create table failed_attempts (
  account text collate "C" not null,
  address text collate "C" not null,
  failures bigint not null,
  last_at bigint not null,
  primary key (account, address)
);

create index failed_attempts_by_address on failed_attempts (address);

create table access_events (
  id bigint not null primary key,
  at bigint not null,
  account text collate "C" not null,
  address text collate "C" not null,
  action text collate "C" not null,
  outcome text collate "C" not null,
  detail text collate "C" not null
);

create index access_events_by_time on access_events (at, id);
