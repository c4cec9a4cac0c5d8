package io.tradinggym.explain.synthesis;

import io.tradinggym.api.util.Sha256;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A synthesis by rule, offline and in microseconds: the verdict is the band of the ensemble's score, the stop lies the
 * sizing's distance (else two average true ranges) from the price, the target twice as far on the other side, and the
 * risks are what speaks most against it among the values that are known. The same context gives the same answer. Its
 * words state values; it claims no cause and has learned nothing.
 */
public final class TemplateSynthesizer implements Synthesizer {
  /** Empty at first. */
  public TemplateSynthesizer() {}

  /** Name under which it answers. */
  public static final String MODEL = "template-1";

  private static final double STRONG_BULL = 0.72;
  private static final double BULL = 0.62;
  private static final double NEUTRAL = 0.45;
  private static final double STRONG_BEAR = 0.28;

  /** Average true ranges from entry to stop where the sizing names no distance. */
  private static final double STOP_RANGES = 2;

  /** What may be won for what is risked. */
  private static final double REWARD_OVER_RISK = 2;

  @Override
  public Synthesis synthesize(SynthesisContext context) {
    return new Synthesis(
        recommend(context),
        Source.TEMPLATE,
        MODEL,
        hash(context),
        0,
        context.asOf(),
        Optional.empty());
  }

  private static Recommendation recommend(SynthesisContext context) {
    String missing = missing(context);
    if (missing != null) {
      return waiting(
          context, Verdict.AVOID, "No verdict, for " + missing + " is not available.", 1);
    }
    double score = context.signals().ensemble().get();
    Verdict verdict = verdict(score);
    Setup setup = verdict.opens() ? setup(context, verdict == Verdict.SHORT ? -1 : 1) : null;
    int confidence = 1 + (int) Math.round(9 * Math.abs(2 * score - 1));
    String told = ContextText.value(Fact.Unit.SHARE, score);
    if (setup == null) {
      Verdict shown = verdict.opens() ? Verdict.AVOID : verdict;
      return waiting(context, shown, "The ensemble score is " + told + ".", confidence);
    }
    return new Recommendation(
        verdict,
        "The ensemble score of " + told + " is in the band for " + verdict.label() + ".",
        setup,
        TemplateOption.choose(context, verdict),
        TemplateRisks.of(context, verdict, setup),
        "If the entry is missed, wait for a price within one ATR of it or stay out.",
        confidence);
  }

  private static Recommendation waiting(
      SynthesisContext context, Verdict verdict, String why, int confidence) {
    List<String> risks = TemplateRisks.of(context, verdict, null);
    String instead = "Wait for a score in the band for BUY or SHORT with price and ATR known.";
    return new Recommendation(verdict, why, null, null, risks, instead, confidence);
  }

  private static @Nullable String missing(SynthesisContext context) {
    if (!context.signals().ensemble().isPresent()) {
      return "the ensemble score";
    }
    if (!context.market().price().isPresent()) {
      return "the price";
    }
    return context.technical().atr().isPresent() ? null : "the ATR";
  }

  private static Verdict verdict(double score) {
    if (score > BULL) {
      return score > STRONG_BULL ? Verdict.STRONG_BUY : Verdict.BUY;
    }
    if (score < STRONG_BEAR) {
      return Verdict.SHORT;
    }
    return score >= NEUTRAL ? Verdict.HOLD : Verdict.AVOID;
  }

  /** Null where no stop or target is a price, or rounding to cents leaves no distance. */
  private static @Nullable Setup setup(SynthesisContext context, int side) {
    double entry = cents(context.market().price().get());
    double ranges = STOP_RANGES * context.technical().atr().get();
    double distance = context.sizing().stopDistance().orElse(ranges);
    double stop = cents(entry - side * distance);
    double target = cents(entry + side * REWARD_OVER_RISK * distance);
    boolean ordered = side * (entry - stop) > 0 && side * (target - entry) > 0;
    if (!ordered || stop <= 0 || target <= 0) {
      return null;
    }
    return new Setup("at the last price", entry, target, stop);
  }

  private static double cents(double price) {
    return Math.round(100 * price) / 100.0;
  }

  private static String hash(SynthesisContext context) {
    return Sha256.of(MODEL + "\n" + ContextText.of(context));
  }
}
