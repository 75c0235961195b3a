create schema if not exists muniflow;
