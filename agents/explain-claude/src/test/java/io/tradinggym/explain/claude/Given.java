package io.tradinggym.explain.claude;

import io.tradinggym.explain.synthesis.Blocks;
import io.tradinggym.explain.synthesis.Headline;
import io.tradinggym.explain.synthesis.Known;
import io.tradinggym.explain.synthesis.OptionQuote;
import io.tradinggym.explain.synthesis.SynthesisContext;
import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A context, a model and answers for the tests. */
final class Given {
  static final long NOW = Instant.parse("2026-11-30T21:00:00Z").toEpochMilli();
  static final ModelTerms TERMS = ModelCatalog.shipped().terms("claude-opus-5-5");

  /** Tries again at once, and goes on asking. */
  static final Patience QUICK =
      new Patience(3, Duration.ofMillis(1), Duration.ofMillis(20), 1000, Duration.ofMinutes(5));

  /** Obeys every rule. */
  static final String GOOD =
      """
      {"verdict": "BUY", "rationale": "The ensemble score of 70.0 % is in the band for BUY.",
       "setup": {"name": "at the last price", "entry": 500, "target": 540, "stop": 480},
       "option": {"right": "CALL", "strike": 505, "soldStrike": null, "expiry": "2026-12-31",
                  "debit": 0.45, "contracts": 1},
       "risks": ["A gap through the stop at 480.", "The score is 70.0 %.", "VIX is 18.00."],
       "alternative": "Stay out.", "confidence": 4}
      """;

  /** Reads well, and has its stop on the wrong side. */
  static final String CROSSED = GOOD.replace("\"stop\": 480", "\"stop\": 520");

  private Given() {}

  static SynthesisContext context(List<Headline> headlines) {
    return context("SPY", NOW, headlines);
  }

  static SynthesisContext context(String ticker, long asOf, List<Headline> headlines) {
    LocalDate expiry =
        LocalDate.ofInstant(Instant.ofEpochMilli(asOf), java.time.ZoneOffset.UTC).plusDays(31);
    return new SynthesisContext(
        ticker,
        asOf,
        new Blocks.Market(
            number(500, asOf),
            number(520, asOf),
            number(400, asOf),
            number(1.1, asOf),
            Known.absent()),
        new Blocks.Signals(
            number(0.7, asOf),
            number(0.7, asOf),
            number(0.7, asOf),
            Known.of("BULL", asOf),
            number(0.6, asOf),
            number(0.8, asOf)),
        new Blocks.Technical(
            number(55, asOf),
            number(0.4, asOf),
            number(0.05, asOf),
            number(10, asOf),
            number(0.02, asOf),
            Known.of(false, asOf),
            Known.of(false, asOf),
            Known.of(false, asOf),
            number(0.15, asOf),
            number(0.17, asOf),
            number(0.88, asOf)),
        new Blocks.Macro(
            number(18, asOf),
            Known.of("CALM", asOf),
            number(4.1, asOf),
            number(0.3, asOf),
            number(0, asOf)),
        Blocks.Fundamentals.absent(),
        new Blocks.Options(
            number(1.2, asOf),
            Known.of(false, asOf),
            Known.absent(),
            Known.absent(),
            Known.absent(),
            List.of(
                new OptionQuote(Right.CALL, 505, expiry, 0.40, 0.45, 0.4),
                new OptionQuote(Right.CALL, 510, expiry, 0.20, 0.25, 0.2))),
        new Blocks.Sizing(
            number(1000, asOf),
            number(0.05, asOf),
            number(50, asOf),
            number(20, asOf),
            Known.of(2, asOf)),
        headlines);
  }

  static SynthesisContext context() {
    return context(List.of(new Headline("h1", "Index fund sees inflows", NOW - 1)));
  }

  private static Known<Double> number(double value, long asOf) {
    return Known.of(value, asOf - 1);
  }

  static Reply reply(String text) {
    return reply(text, "end_turn");
  }

  static Reply reply(String text, String stop) {
    return new Reply(text, stop, "claude-opus-5-5", "msg_1", new Usage(1_000, 500, 0, 0), NOW);
  }

  static ClaudeRequest request() {
    return ClaudeRequest.of(context(), TERMS.name(), "medium", 8_000);
  }
}
