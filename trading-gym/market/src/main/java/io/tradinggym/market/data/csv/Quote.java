package io.tradinggym.market.data.csv;

import org.jspecify.annotations.Nullable;

/**
 * What was bid and asked in a bar.
 *
 * @param bid prices of buyers
 * @param ask prices of sellers
 */
record Quote(Side bid, Side ask) {
  /** First, highest, lowest and last price of one side. */
  record Side(double open, double high, double low, double close) {
    Side scaled(double factor) {
      return new Side(open * factor, high * factor, low * factor, close * factor);
    }

    /** Holding open and close. */
    Side widened() {
      return new Side(
          open, Math.max(high, Math.max(open, close)), Math.min(low, Math.min(open, close)), close);
    }

    /** Without what lies beyond open and close. */
    Side cut() {
      return new Side(open, Math.max(open, close), Math.min(open, close), close);
    }

    Side closing() {
      return new Side(close, close, close, close);
    }

    double lowest() {
      return Math.min(Math.min(open, high), Math.min(low, close));
    }

    double highest() {
      return Math.max(Math.max(open, high), Math.max(low, close));
    }
  }

  Quote scaled(double factor) {
    return new Quote(bid.scaled(factor), ask.scaled(factor));
  }

  Quote widened() {
    return new Quote(bid.widened(), ask.widened());
  }

  Quote cut() {
    return new Quote(bid.cut(), ask.cut());
  }

  /** The last quotes, in force all bar long. */
  Quote closing() {
    return new Quote(bid.closing(), ask.closing());
  }

  /** The middle of both sides. */
  Side middle() {
    return new Side(
        (bid.open + ask.open) / 2,
        (bid.high + ask.high) / 2,
        (bid.low + ask.low) / 2,
        (bid.close + ask.close) / 2);
  }

  /** Where a bid is above its ask; null where none is. */
  @Nullable String crossed() {
    return bid.open > ask.open
        ? "bid " + bid.open + " above ask " + ask.open + " at the open"
        : bid.close > ask.close
            ? "bid " + bid.close + " above ask " + ask.close + " at the close"
            : null;
  }
}
