package io.tradinggym.explain.synthesis;

import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Contexts for tests. */
final class Contexts {
  static final long NOW = Instant.parse("2026-11-20T21:00:00Z").toEpochMilli();
  static final long BEFORE = Instant.parse("2026-11-19T21:00:00Z").toEpochMilli();

  private Contexts() {}

  /** All known: price 160.42, ATR 4.9, budget 500. */
  static SynthesisContext full(double score) {
    return new SynthesisContext(
        "NVDA",
        NOW,
        new Blocks.Market(now(160.42), now(212.5), now(86.62), now(1.3), Known.of(27, BEFORE)),
        new Blocks.Signals(
            now(score), now(.58), now(score), Known.of("BULL", NOW), now(.61), now(.71)),
        new Blocks.Technical(
            now(55.25),
            now(.42),
            now(.031),
            now(4.9),
            now(.0305),
            Known.of(false, NOW),
            Known.of(true, NOW),
            Known.of(false, NOW),
            now(.41),
            now(.36),
            now(1.14)),
        new Blocks.Macro(now(16.2), Known.of("CALM", NOW), now(4.21), now(.35), Known.absent()),
        new Blocks.Fundamentals(now(.875), Known.absent(), now(.6), now(.12)),
        new Blocks.Options(
            now(1.12),
            Known.of(false, NOW),
            Known.absent(),
            Known.absent(),
            now(71),
            List.of(
                quote(Right.CALL, 160, 4.8, 5.0, .46),
                quote(Right.CALL, 165, 3.1, 3.3, .36),
                quote(Right.PUT, 160, 4.6, 4.8, -.45),
                quote(Right.PUT, 155, 3.0, 3.2, -.34))),
        new Blocks.Sizing(now(10_000), now(.05), now(500), now(9.8), Known.of(51, NOW)),
        List.of(new Headline("h1", "Chipmaker beats estimates by 17 %", BEFORE)));
  }

  /** Nothing known but the ticker. */
  static SynthesisContext empty() {
    return new SynthesisContext(
        "NVDA",
        NOW,
        Blocks.Market.absent(),
        Blocks.Signals.absent(),
        Blocks.Technical.absent(),
        Blocks.Macro.absent(),
        Blocks.Fundamentals.absent(),
        Blocks.Options.absent(),
        Blocks.Sizing.absent(),
        List.of());
  }

  static Known<Double> now(double value) {
    return Known.of(value, NOW);
  }

  static OptionQuote quote(Right right, double strike, double bid, double ask, double delta) {
    return new OptionQuote(right, strike, LocalDate.parse("2026-12-18"), bid, ask, delta);
  }
}
