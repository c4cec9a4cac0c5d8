package io.tradinggym.options.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with single quotes, and says it. */
final class QuoteChecks {
  private final String file;
  private final boolean quoted;
  private final Instant time;
  private final Optional<Duration> oldest;
  private final Identity identity;

  QuoteChecks(
      String file, ChainLayout layout, Instant time, Optional<Duration> oldest, Identity identity) {
    this.file = file;
    this.quoted = layout != ChainLayout.LEAN_UNIVERSE;
    this.time = time;
    this.oldest = oldest;
    this.identity = identity;
  }

  /** Whether a row has a defect; duplicates are the caller's. */
  boolean has(ChainRow row, QuoteDefect defect) {
    double bid = row.bid();
    double ask = row.ask();
    return switch (defect) {
      case UNREADABLE, DUPLICATE -> false;
      case NEGATIVE ->
          bid < 0 || ask < 0 || row.last() < 0 || row.volume() < 0 || row.openInterest() < 0;
      case MISSING_SIDE -> quoted ? Double.isNaN(bid) || !(ask > 0) : !(row.last() > 0);
      case CROSSED -> ask > 0 && bid > ask;
      case EXPIRED -> !row.close().isAfter(time);
      case OTHER_ROOT -> identity.isOtherRoot(row);
      case OTHER_SIZE -> row.size() != identity.size();
      case LOCKED -> bid > 0 && bid == ask;
      case ZERO_BID -> bid == 0;
      case STALE ->
          oldest.isPresent()
              && row.traded() < time.minus(oldest.get()).toEpochMilli()
              && row.traded() != ChainRow.NEVER;
    };
  }

  /** Whether a row is no contract of this chain. */
  boolean isForeign(ChainRow row) {
    return has(row, QuoteDefect.OTHER_ROOT) || has(row, QuoteDefect.OTHER_SIZE);
  }

  String message(ChainRow row, QuoteDefect defect, @Nullable ChainRow first) {
    String what =
        switch (defect) {
          case NEGATIVE -> negative(row);
          case MISSING_SIDE ->
              quoted
                  ? "bid "
                      + row.bid()
                      + ", ask "
                      + row.ask()
                      + "; a quote needs a bid >= 0 and an ask > 0"
                  : "close " + row.last() + "; it must be > 0";
          case CROSSED ->
              "bid " + row.bid() + " above ask " + row.ask() + "; a bid is at most the ask";
          case EXPIRED -> "expiry " + row.expiry() + " is over; quotes are of " + time;
          case DUPLICATE ->
              "expiry, type and strike stand in line "
                  + (first == null ? 0 : first.line())
                  + " already; one row a contract";
          case OTHER_ROOT ->
              "root "
                  + row.root()
                  + " among "
                  + identity.root()
                  + ": an adjusted contract delivers something else at the same strike";
          case OTHER_SIZE ->
              "a contract of " + row.size() + " among those of " + identity.size() + "; one size";
          default -> defect.toString();
        };
    return file + ":" + row.line() + ": " + row.contract() + " is " + defect + ": " + what;
  }

  private static String negative(ChainRow row) {
    String field =
        row.bid() < 0
            ? "bid " + row.bid()
            : row.ask() < 0
                ? "ask " + row.ask()
                : row.last() < 0
                    ? "last price " + row.last()
                    : row.volume() < 0
                        ? "volume " + row.volume()
                        : "open interest " + row.openInterest();
    return field + "; it must be >= 0";
  }
}
