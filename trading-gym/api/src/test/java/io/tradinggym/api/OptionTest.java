package io.tradinggym.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTest {
  private static final Option<Integer> COUNT =
      Option.integer("count", 3, "of things").must(">= 1", n -> n >= 1);
  private static final Option<Double> RATE = Option.number("rate", 0.5, "a part");
  private static final Option<Long> BYTES = Option.whole("bytes", 7, "of memory").withoutEffect();

  private record Pair(int count, double rate) {}

  private static final Option<Pair> PAIR =
      Option.group(
          "pair",
          Pair.class,
          null,
          "both",
          List.of(COUNT, RATE),
          parts -> new Pair(parts.get(COUNT), parts.get(RATE)));
  private static final List<Option<?>> ALL = List.of(COUNT, RATE, BYTES, PAIR);

  @ParameterizedTest
  @CsvSource({"1e6, 1000000", "1_000, 1000", "4096, 4096", "2.0, 2", "' 12 ', 12"})
  void wholeNumbersReadAsPeopleWriteThem(String text, int value) {
    assertThat(COUNT.parse(text)).isEqualTo(value);
    assertThat(BYTES.parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e10", "many", "", "0x10", "103d"})
  void whatIsNoWholeNumberIsRefusedByNameAndText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COUNT.parse(text))
        .withMessage("option count: \"" + text + "\" is not a whole number (of things)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"103.0d", "1f", "", "half"})
  void suffixesOfJavaAreNoNumbers(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RATE.parse(text))
        .withMessage("option rate: \"" + text + "\" is not a number (a part)");
  }

  @Test
  void infinityIsANumberInEveryUsualSpelling() {
    for (String text : List.of("Infinity", "infinity", ".inf", "inf")) {
      assertThat(RATE.parse(text)).isEqualTo(Double.POSITIVE_INFINITY);
    }
    assertThat(RATE.parse("-.inf")).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void aRuleHoldsForTextAndForCode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COUNT.parse("0"))
        .withMessage("count must be >= 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.NONE.set(COUNT, 0))
        .withMessage("count must be >= 1, was 0");
    assertThat(Options.NONE.set(COUNT, 1).get(COUNT)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{count: 4, rate: 0.25}",
        "count=4,rate=0.25",
        "Pair[count=4, rate=0.25]",
        "{rate: 0.25, count: 4}"
      })
  void groupsReadInBracesAndAsRecordsPrint(String text) {
    assertThat(PAIR.parse(text)).isEqualTo(new Pair(4, 0.25));
    assertThat(PAIR.parse(PAIR.text(new Pair(4, 0.25)))).isEqualTo(new Pair(4, 0.25));
  }

  @Test
  void partsOfAGroupHaveDefaultsRulesAndNames() {
    assertThat(PAIR.parse("{}")).isEqualTo(new Pair(3, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAIR.parse("count: 0"))
        .withMessageContaining("count must be >= 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAIR.parse("cuont: 2"))
        .withMessageContaining("did you mean count?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAIR.parse("seven"))
        .withMessageContaining("\"seven\" is not \"name: value\"; known: count, rate");
  }

  @Test
  void resolvedValuesAreTextsThatDoNotDependOnTheProcess() {
    assertThat(Options.NONE.resolved(ALL))
        .containsExactly(java.util.Map.entry("count", "3"), java.util.Map.entry("rate", "0.5"));
    Option<DoubleUnaryOperator> code =
        Option.object("code", DoubleUnaryOperator.class, null, "of the user");
    assertThat(code.text(x -> x + 1))
        .isEqualTo("code of " + OptionTest.class.getName() + "$$Lambda");
    Option<Object> any = Option.object("any", Object.class, null, "");
    assertThat(any.text(new Object())).isEqualTo("code of java.lang.Object");
    assertThat(any.text((Identified) () -> "f00d")).isEqualTo("f00d");
    assertThat(any.text(AutoReset.SAME_STEP)).isEqualTo("same_step");
    assertThat(any.text(List.of(64, 32))).isEqualTo("64, 32");
  }

  @Test
  void completeOptionsHoldEveryDefaultAndKeepWhatWasSet() {
    Options all = Options.NONE.set(RATE, 0.1).complete(ALL);
    assertThat(all.values()).hasSize(3);
    assertThat(all.get(RATE)).isEqualTo(0.1);
    assertThat(all.get(BYTES)).isEqualTo(7);
    assertThat(all.find(PAIR)).isNull();
    assertThat(all.without(RATE).get(RATE)).isEqualTo(0.5);
    assertThat(all.and(Options.NONE.set(RATE, 0.9)).get(RATE)).isEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource({
    "gama, gamma",
    "learingRate, learningRate",
    "LEARNINGRATE, learningRate",
    "etnropy, entropy",
    "hiden, hidden"
  })
  void aSlipOfThePenFindsTheNameThatWasMeant(String given, String meant) {
    List<String> known = List.of("gamma", "lambda", "learningRate", "entropy", "hidden");
    assertThat(Nearest.to(given, known)).contains(meant);
    assertThat(Nearest.hint(given, known)).isEqualTo("; did you mean " + meant + "?");
  }

  @Test
  void whatIsFarFromEverythingFindsNothing() {
    assertThat(Nearest.to("momentum", List.of("gamma", "lambda"))).isEmpty();
    assertThat(Nearest.hint("x", List.of("gamma"))).isEmpty();
    assertThat(Nearest.to("abcdef", List.of("abxyzf"))).isEmpty();
    assertThat(Nearest.to("abcdef", List.of("abxyef"))).contains("abxyef");
  }
}
