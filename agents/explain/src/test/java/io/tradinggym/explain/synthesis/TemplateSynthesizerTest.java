package io.tradinggym.explain.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateSynthesizerTest {
  private static final TemplateSynthesizer TEMPLATE = new TemplateSynthesizer();

  @ParameterizedTest
  @CsvSource({
    ".80, STRONG_BUY",
    ".721, STRONG_BUY",
    ".72, BUY",
    ".63, BUY",
    ".62, HOLD",
    ".45, HOLD",
    ".44, AVOID",
    ".28, AVOID",
    ".27, SHORT"
  })
  void theVerdictIsTheBandOfTheScore(double score, Verdict verdict) {
    Recommendation answer = TEMPLATE.synthesize(Contexts.full(score)).recommendation();
    assertThat(answer.verdict()).isEqualTo(verdict);
  }

  @Test
  void levelsFollowFromPriceAndStopDistance() {
    Recommendation buy = TEMPLATE.synthesize(Contexts.full(.66)).recommendation();
    assertThat(buy.setup()).isEqualTo(new Setup("at the last price", 160.42, 180.02, 150.62));
    assertThat(buy.option())
        .isEqualTo(new OptionTicket(Right.CALL, 160, null, LocalDate.parse("2026-12-18"), 5.0, 1));
    Recommendation sale = TEMPLATE.synthesize(Contexts.full(.2)).recommendation();
    assertThat(sale.setup()).isEqualTo(new Setup("at the last price", 160.42, 140.82, 170.22));
    assertThat(sale.option())
        .extracting(ticket -> ticket == null ? null : ticket.right())
        .isEqualTo(Right.PUT);
  }

  @Test
  void whatIsMissingIsNamedAndNeverAdvice() {
    Synthesis synthesis = TEMPLATE.synthesize(Contexts.empty());
    assertThat(synthesis.recommendation().verdict()).isEqualTo(Verdict.AVOID);
    assertThat(synthesis.recommendation().rationale())
        .isEqualTo("No verdict, for the ensemble score is not available.");
    assertThat(synthesis.recommendation().confidence()).isOne();
  }

  @Test
  void theSameContextHasTheSameAnswerAndHash() {
    Synthesis one = TEMPLATE.synthesize(Contexts.full(.66));
    assertThat(one).isEqualTo(TEMPLATE.synthesize(Contexts.full(.66)));
    assertThat(one.hash()).hasSize(64);
    assertThat(one.hash()).isNotEqualTo(TEMPLATE.synthesize(Contexts.full(.67)).hash());
    assertThat(one.source()).isEqualTo(Source.TEMPLATE);
    assertThat(one.cost()).isZero();
    assertThat(one.because("timed out").reason()).hasValue("timed out");
  }

  /** Bits of {@code known} say which values are there. */
  @Property
  void whateverIsKnownTheAnswerObeysTheRules(
      @ForAll @LongRange(min = 0, max = 0xffff) long known,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double score,
      @ForAll @DoubleRange(min = 0.5, max = 5_000) double price,
      @ForAll @DoubleRange(min = 0.0001, max = 0.3) @Scale(6) double range,
      @ForAll @DoubleRange(min = 1, max = 5_000) double budget) {
    SynthesisContext context = context(known, score, price, range, budget);
    Recommendation answer = TEMPLATE.synthesize(context).recommendation();
    assertThat(Rules.check(answer, context)).as("%s", answer).isEmpty();
  }

  private static SynthesisContext context(
      long known, double score, double price, double range, double budget) {
    LocalDate expiry =
        Instant.ofEpochMilli(Contexts.NOW).atZone(ZoneOffset.UTC).toLocalDate().plusDays(30);
    List<OptionQuote> chain = new ArrayList<>();
    for (int i = -3; i <= 3 && bit(known, 0); i++) {
      // strikes half a dollar apart at least: no contract is quoted twice
      double strike = Math.round(2 * (price + i * Math.max(0.5, 0.05 * price))) / 2.0 + 2;
      double bid = price * range * (1 - 0.2 * i);
      double delta = 0.45 - 0.1 * i;
      chain.add(new OptionQuote(Right.CALL, strike, expiry, bid, 1.05 * bid, delta));
      chain.add(new OptionQuote(Right.PUT, strike, expiry, bid, 1.05 * bid, delta - 1));
    }
    return new SynthesisContext(
        "X",
        Contexts.NOW,
        new Blocks.Market(
            some(known, 1, price),
            some(known, 2, 1.2 * price),
            some(known, 2, 0.7 * price),
            Known.absent(),
            bit(known, 3) ? Known.of((int) (20 * score), Contexts.BEFORE) : Known.absent()),
        new Blocks.Signals(
            Known.absent(),
            Known.absent(),
            some(known, 4, score),
            Known.absent(),
            some(known, 5, score - 0.1),
            some(known, 5, score + 0.1)),
        new Blocks.Technical(
            some(known, 6, 100 * score),
            Known.absent(),
            some(known, 7, range - 0.1),
            some(known, 8, price * range),
            Known.absent(),
            Known.absent(),
            Known.absent(),
            Known.absent(),
            Known.absent(),
            Known.absent(),
            Known.absent()),
        new Blocks.Macro(
            some(known, 9, 60 * score),
            Known.absent(),
            Known.absent(),
            Known.absent(),
            Known.absent()),
        Blocks.Fundamentals.absent(),
        new Blocks.Options(
            Known.absent(),
            bit(known, 10) ? Known.of(true, Contexts.NOW) : Known.absent(),
            Known.absent(),
            Known.absent(),
            Known.absent(),
            chain),
        new Blocks.Sizing(
            Known.absent(),
            Known.absent(),
            some(known, 11, budget),
            some(known, 12, 1.5 * price * range),
            Known.absent()),
        List.of());
  }

  private static boolean bit(long known, int index) {
    return (known >> index & 1) != 0;
  }

  private static Known<Double> some(long known, int index, double value) {
    return bit(known, index) ? Known.of(value, Contexts.NOW) : Known.absent();
  }
}
