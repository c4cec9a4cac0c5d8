package io.tradinggym.crypto.env;

import io.tradinggym.api.Options;
import io.tradinggym.crypto.venue.ContractRules;
import io.tradinggym.crypto.venue.RuleBook;
import io.tradinggym.market.account.Borrowing;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.cost.Percent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reads the terms of an environment from its options. */
final class Terms {
  private static final double PAIRS_MAINTENANCE = 0.005;

  /**
   * A pair may be opened this much beyond the leverage: else a move before the fill, or its fees, would cut one leg.
   */
  private static final double ROOM = 1.25;

  /** Older checks of a rule than that are stale. */
  private static final Duration FRESH = Duration.ofDays(730);

  private static final String OWN_FEES = "none";

  private Terms() {}

  /**
   * An account of perpetuals, on cross margin or with an isolated one each.
   *
   * @throws IllegalArgumentException if the venue's rules of that day are unknown or stale
   */
  static CryptoRules perpetuals(Options options, MarginMode mode) {
    double leverage = CryptoRules.number(options, CryptoOptions.LEVERAGE, 0.01, 125);
    RuleBook book = RuleBook.of(options.get(CryptoOptions.VENUE));
    Instant day = options.get(CryptoOptions.RULES_OF).atStartOfDay(ZoneOffset.UTC).toInstant();
    ContractRules venue = book.at(book.symbols().getFirst(), day, FRESH).orThrow();
    String tier = options.get(CryptoOptions.FEE_TIER);
    return new CryptoRules(
        options.get(CryptoOptions.CASH),
        tier.equals(OWN_FEES) ? perpetualFees(options) : venue.fees().of(tier),
        Commission.NONE,
        options.get(CryptoOptions.SPREAD),
        leverage,
        options.get(CryptoOptions.SHORTS),
        options.get(CryptoOptions.BAND),
        options.get(CryptoOptions.PARTICIPATION),
        Borrowing.FREE,
        Margins.ByTable.of(venue, mode, leverage),
        venue.filters().notional());
  }

  /** A spot margin account. */
  static CryptoRules spot(Options options) {
    double maintenance = options.get(CryptoOptions.MAINTENANCE);
    CryptoRules.require(
        "maintenance", maintenance >= 0 && maintenance < 1, maintenance, "in [0, 1)");
    return spot(options, Commission.NONE, maintenance, 1);
  }

  /** A portfolio margin account of spot and perpetuals. */
  static CryptoRules pairs(Options options) {
    return spot(options, perpetualFees(options), PAIRS_MAINTENANCE, ROOM);
  }

  private static CryptoRules spot(
      Options options, Commission perpetualFees, double maintenance, double room) {
    double leverage = CryptoRules.number(options, CryptoOptions.SPOT_LEVERAGE, 0.01, 10);
    long fee = CryptoRules.millionths(options, CryptoOptions.SPOT_FEE, 0, 0.1);
    return new CryptoRules(
        options.get(CryptoOptions.CASH),
        perpetualFees,
        new Percent(fee, fee),
        options.get(CryptoOptions.SPREAD),
        leverage,
        options.get(CryptoOptions.SPOT_SHORTS),
        options.get(CryptoOptions.BAND),
        options.get(CryptoOptions.PARTICIPATION),
        new Borrowing(
            CryptoRules.millionths(options, CryptoOptions.INTEREST_RATE, 0, 10),
            CryptoRules.millionths(options, CryptoOptions.BORROW_RATE, 0, 10)),
        Margins.Simple.flat(room * leverage, maintenance),
        0);
  }

  private static Percent perpetualFees(Options options) {
    return new Percent(
        CryptoRules.millionths(options, CryptoOptions.MAKER, -0.01, 0.1),
        CryptoRules.millionths(options, CryptoOptions.TAKER, 0, 0.1));
  }
}
