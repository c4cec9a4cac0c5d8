package io.tradinggym.explain.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final SynthesisContext CONTEXT = Contexts.full(.66);
  private static final Setup SETUP = new Setup("pullback", 160, 175, 152);
  private static final OptionTicket CALL =
      new OptionTicket(Right.CALL, 160, null, LocalDate.parse("2026-12-18"), 5, 1);
  private static final List<String> RISKS =
      List.of("Earnings in 27 days.", "VIX at 16.2.", "ATR is 3.1 % of the price.");

  private static Recommendation answer(
      Verdict verdict, @Nullable Setup setup, @Nullable OptionTicket option) {
    return new Recommendation(
        verdict, "The score is 66 %.", setup, option, RISKS, "Wait for 152.", 6);
  }

  private static Recommendation saying(String rationale) {
    return new Recommendation(Verdict.BUY, rationale, SETUP, CALL, RISKS, "Wait for 152.", 6);
  }

  private static List<String> paths(Recommendation answer) {
    return Rules.check(answer, CONTEXT).stream().map(Violation::path).toList();
  }

  @Test
  void anAnswerThatObeysMayBeShown() {
    assertThat(Rules.check(answer(Verdict.BUY, SETUP, CALL), CONTEXT)).isEmpty();
    assertThat(Rules.check(answer(Verdict.HOLD, null, null), CONTEXT))
        .as("without a setup 152 comes from nowhere")
        .extracting(Violation::path)
        .containsExactly("alternative");
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, 160, 152, 175",
    "BUY, 160, 175, 161",
    "STRONG_BUY, 160, 160, 152",
    "SHORT, 160, 175, 152",
    "SHORT, 160, 150, 160"
  })
  void levelsOutOfOrderAreRefused(Verdict verdict, double entry, double target, double stop) {
    Setup setup = new Setup("pullback", entry, target, stop);
    assertThat(paths(answer(verdict, setup, null))).contains("setup");
  }

  @Test
  void aShortSaleHasItsLevelsReversed() {
    Setup setup = new Setup("breakdown", 160, 146, 168);
    assertThat(paths(answer(Verdict.SHORT, setup, null))).doesNotContain("setup");
  }

  @Test
  void whatOpensNeedsASetupAndWhatDoesNotHasNone() {
    assertThat(paths(answer(Verdict.BUY, null, null))).contains("setup");
    assertThat(paths(answer(Verdict.AVOID, SETUP, null))).contains("setup");
  }

  @Test
  void anEntryFarFromThePriceIsRefused() {
    // 160.42 + 3 x 4.9 = 175.12
    assertThat(paths(answer(Verdict.BUY, new Setup("a", 175.12, 190, 170), null)))
        .doesNotContain("setup.entry");
    assertThat(paths(answer(Verdict.BUY, new Setup("a", 175.13, 190, 170), null)))
        .contains("setup.entry");
  }

  @Test
  void aContractOutsideTheChainIsRefused() {
    LocalDate expiry = LocalDate.parse("2026-12-18");
    OptionTicket strike = new OptionTicket(Right.CALL, 162.5, null, expiry, 4, 1);
    OptionTicket later = new OptionTicket(Right.CALL, 160, null, expiry.plusDays(7), 5, 1);
    OptionTicket spread = new OptionTicket(Right.CALL, 160, 170.0, expiry, 2, 1);
    assertThat(paths(answer(Verdict.BUY, SETUP, strike))).containsExactly("option.strike");
    assertThat(paths(answer(Verdict.BUY, SETUP, later))).containsExactly("option.strike");
    assertThat(paths(answer(Verdict.BUY, SETUP, spread))).containsExactly("option.soldStrike");
  }

  @Test
  void aLossAboveTheBudgetIsRefused() {
    OptionTicket two = new OptionTicket(Right.CALL, 160, null, CALL.expiry(), 5, 2);
    assertThat(Rules.check(answer(Verdict.BUY, SETUP, two), CONTEXT))
        .containsExactly(
            new Violation("option.maxLoss", "1000.0", "at most the risk budget 500.0"));
  }

  @Test
  void aPriceBelowTheMarketsIsRefused() {
    OptionTicket cheap = new OptionTicket(Right.CALL, 160, null, CALL.expiry(), .5, 1);
    assertThat(paths(answer(Verdict.BUY, SETUP, cheap))).containsExactly("option.debit");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11, 70, -1})
  void confidenceIsOneToTen(int confidence) {
    Recommendation answer =
        new Recommendation(
            Verdict.BUY, "The score is 66 %.", SETUP, CALL, RISKS, "Wait.", confidence);
    assertThat(paths(answer)).containsExactly("confidence");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void exactlyThreeRisksAreNamed(int number) {
    Recommendation answer =
        new Recommendation(
            Verdict.BUY,
            "The score is 66 %.",
            SETUP,
            CALL,
            Collections.nCopies(number, "A gap."),
            "Wait.",
            6);
    assertThat(paths(answer)).containsExactly("risks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "No end", "Two sentences. Here.", "Why? Because.", "Ends. And goes on"})
  void theRationaleIsOneSentence(String rationale) {
    assertThat(paths(saying(rationale))).containsExactly("rationale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSI at 55 and a price of $160.42.",
        "Volume is 1.3 vs. average, price 24.5 % below the 52-week high of 212.50.",
        "The stop is 8 points or 1.6 ATR away, the target 15, 1.9 times as far.",
        "A chance of 66 % leaves 34 % for the other side.",
        "The account of 10k risks 5 %, $500, at 51 shares.",
        "The 160 call of 2026-12-18 costs 5.00, breaks even at 165 in 28 days.",
        "It beat estimates by 17 % (h1).",
        "It beat estimates in 87.5 % of 8 quarters."
      })
  void numbersOfTheContextMayBeSaid(String rationale) {
    assertThat(Rules.check(saying(rationale), CONTEXT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The account is $10,000,000.|10,000,000",
        "The account is 10m.|10m",
        "Revenue grew 43 % this quarter.|43",
        "Without citing it beat estimates by 17 %.|17",
        "RSI stands at 71.3.|71.3",
        "Buy the call of 2027-01-15.|2027-01-15",
        "Fair value is ２５０.|250"
      })
  void numbersFromNowhereAreListed(String rationale, String number) {
    assertThat(Rules.check(saying(rationale), CONTEXT))
        .containsExactly(
            new Violation(
                "rationale", number, "a number of the context or one that follows from it"));
  }

  /** The score is 66 %, the price 160.42, the debit 5: none of these follows from them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It owes $5B.",
        "It owes 160.42M.",
        "It owes 66 trillion.",
        "It made 5e9 last year.",
        "It rises thirty-five percent.",
        "It rises seven percent.",
        "It made two hundred and seven million dollars.",
        "It made 160.42.000 last year.",
        "It made 5'000 last year.",
        "It rises USD77 soon.",
        "It rises \u0667\u0667 % soon."
      })
  void numbersAreReadHoweverTheyAreWritten(String rationale) {
    assertThat(paths(saying(rationale))).contains("rationale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The score is sixty-six percent.",
        "For two reasons it is \u0666\u0666 %.",
        "It is one of the three best, at USD160.42.",
        "It costs five dollars."
      })
  void whatFollowsMayBeSaidInWordsToo(String rationale) {
    assertThat(paths(saying(rationale))).doesNotContain("rationale");
  }

  /**
   * Earnings in 27 days, a score of 66 %, a price of 160.42, a budget of 500, 51 shares, RSI 55.25, a yield of 4.21 %:
   * what is known in one unit is not said in another.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It rises 27 %.",
        "It rises twenty-seven percent.",
        "It costs $27 to wait.",
        "Earnings in 66 days.",
        "Earnings in 160.42 days.",
        "The budget is 500 %.",
        "It costs USD 66 a share.",
        "Buy 27 shares.",
        "It trades at 51 dollars.",
        "It rises .66 %.",
        "The 160 % call.",
        "It falls 55.25 percentage points.",
        "It rose for 52 days.",
        "The yield rose by 4.21 basis points.",
        "It beat estimates by $17 (h1).",
        "The target is 1.6 % away."
      })
  void aNumberInAnotherUnitIsNotBornOut(String rationale) {
    assertThat(paths(saying(rationale))).contains("rationale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Earnings come in 27 calendar days.",
        "Earnings come in twenty-seven days.",
        "The score of 66 percent leaves 34 per cent.",
        "Ten-year yields are 4.21 %, or 421 basis points.",
        "The price is 160.42 dollars, $160.42, USD 160.42 or 160.42.",
        "The stop is $8 away, five percent.",
        "Buy 51 shares with 1 contract.",
        "The high of 52 weeks stands; the 20-day volatility is 41 %.",
        "VIX stands at 16.2 points, volume at 1.3x.",
        "The score of .66 beats .34."
      })
  void aNumberInItsUnitIsBornOut(String rationale) {
    assertThat(paths(saying(rationale))).doesNotContain("rationale");
  }

  /** A value as a context tells it is an honest sentence, whatever its unit. */
  @Test
  void everyValueMayBeSaidAsItIsTold() {
    for (Fact fact : CONTEXT.facts()) {
      Object value = fact.known().value();
      if (value != null) {
        String told = fact.name() + " is " + ContextText.value(fact.unit(), value);
        assertThat(paths(saying(told + "."))).as(told).isEmpty();
      }
    }
  }
}
