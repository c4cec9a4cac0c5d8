package io.tradinggym.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTest {
  private final RandomStream random = RandomStreams.of(5).stream("test");

  @Test
  void dictFindsItsPartsByName() {
    DictSpace space =
        DictSpace.of("window", Box.of(-1, 1, 2, 3))
            .and("signal", Discrete.of(3))
            .and("flags", MultiBinary.of(2));
    assertThat(space.names()).containsExactly("window", "signal", "flags");
    assertThat(space.size()).isEqualTo(9);
    assertThat(space.offset("signal")).isEqualTo(6);
    assertThat(space.maskOffset("flags")).isEqualTo(3);
    assertThat(space.flatOffset("flags")).isEqualTo(9);
    assertThat(space.get("signal")).isEqualTo(Discrete.of(3));
    assertThatThrownBy(() -> space.offset("signals"))
        .hasMessage("no part \"signals\"; parts: [window, signal, flags]");
    assertThatThrownBy(() -> space.and("flags", Discrete.of(2)))
        .hasMessageContaining("already there");
  }

  @Test
  void theOrderOfPartsIsPartOfADict() {
    DictSpace ab = DictSpace.of("a", Discrete.of(2)).and("b", Discrete.of(3));
    DictSpace ba = DictSpace.of("b", Discrete.of(3)).and("a", Discrete.of(2));
    assertThat(ab).isNotEqualTo(ba);
  }

  @Test
  void flatFormOfATupleIsOneHotPartByPart() {
    TupleSpace space = TupleSpace.of(new Discrete(3, 10), Box.of(0, 9, 1), MultiDiscrete.of(2, 2));
    float[] flat = new float[space.flatSize()];
    space.flatten(new float[] {11, 7.5f, 1, 0}, 0, flat, 0);
    assertThat(flat).containsExactly(0, 1, 0, 7.5f, 0, 1, 1, 0);
  }

  @Test
  void maskedChoicesAreEquallyLikely() {
    boolean[] mask = {true, false, true, true};
    int[] counts = new int[4];
    int draws = 30_000;
    for (int i = 0; i < draws; i++) {
      counts[(int) Discrete.of(4).sample(random, mask)[0]]++;
    }
    assertThat(counts[1]).isZero();
    // Five standard deviations of a binomial count with p = 1/3.
    double tolerance = 5 * Math.sqrt(draws * (1.0 / 3) * (2.0 / 3));
    for (int i : new int[] {0, 2, 3}) {
      assertThat((double) counts[i]).isBetween(draws / 3.0 - tolerance, draws / 3.0 + tolerance);
    }
  }

  @Test
  void aMaskWithoutChoiceIsRefused() {
    assertThat(MultiDiscrete.of(2, 2).leavesChoice(new boolean[] {true, true, false, false}, 0))
        .isFalse();
    assertThatThrownBy(() -> Discrete.of(3).sample(random, new boolean[3]))
        .hasMessage("the mask forbids all 3 choices; at least one must be allowed");
  }

  @Test
  void theMaskForcesSwitchesOff() {
    MultiBinary space = MultiBinary.of(3);
    for (int i = 0; i < 50; i++) {
      assertThat(space.sample(random, new boolean[] {true, false, true})[1]).isZero();
    }
    assertThat(space.allows(new boolean[] {true, false, true}, 0, new float[] {1, 1, 0}, 0))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1]|space JSON: $ must be an object, was an array of 1",
        "{\"n\":2}|space JSON: $ has no field \"type\"; it has [n]",
        "{\"type\":\"Graph\"}|MultiBinary, Tuple or Dict, was \"Graph\"",
        "{\"type\":\"Discrete\",\"n\":0,\"start\":0}|space JSON: $: n must be in 1 .. 2^24, was 0",
        "{\"type\":\"Discrete\",\"n\":2.5,\"start\":0}|$.n must be a whole number, was 2.5",
        "{\"type\":\"Tuple\",\"spaces\":[{\"type\":\"MultiBinary\",\"n\":\"x\"}]}|$.spaces[0].n"
            + " must be a whole number",
        "{\"type\":\"Box\",\"low\":[true],\"high\":[1],\"shape\":[1]}|$.low[0] must be a number,"
            + " \"inf\" or \"-inf\", was true",
        "{\"type\":\"Box\",\"low\":[2],\"high\":[1],\"shape\":[1]}|low must be <= high, at 0: low"
            + " 2.0, high 1.0",
        "{\"type\":\"Discrete\" \"n\":2}|JSON: expected '}' at position 20, found '\"'",
        "{\"type\":|JSON: expected more text at position 9, found the end",
        "{} x|JSON: expected the end at position 4, found 'x'",
        "{\"a\":1,\"a\":2}|JSON field \"a\" is there twice",
        "{\"a\":01}|expected a value at position 6",
        "\"\\q\"|expected an escape among",
      })
  void badJsonGetsAnErrorThatSaysWhere(String json, String message) {
    assertThatThrownBy(() -> Space.fromJson(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void badBoundsAreRefused() {
    assertThatThrownBy(() -> Box.of(Double.NaN, 1, 2))
        .hasMessageContaining("low must be <= high, at 0");
    assertThatThrownBy(() -> Box.of(new float[2], new float[3]))
        .hasMessageContaining("low has 2, high has 3");
    assertThatThrownBy(() -> MultiDiscrete.of(2, 0)).hasMessageContaining("was 0 at 1");
    assertThatThrownBy(() -> TupleSpace.of()).hasMessageContaining("at least one part");
    assertThatThrownBy(() -> new Discrete(5, 1 << 24)).hasMessageContaining("2^24");
  }

  /** As Gymnasium samples: uniform, one exponential beyond a single bound, normal without bounds. */
  @ParameterizedTest
  @CsvSource({
    "-1, 3, 1, 1.3333333",
    "2, Infinity, 3, 1",
    "-Infinity, 2, 1, 1",
    "-Infinity, Infinity, 0, 1"
  })
  void boxesAreSampledByTheirBounds(double low, double high, double mean, double variance) {
    int count = 20_000;
    Box box = Box.of(low, high, count);
    float[] sample = box.sample(RandomStreams.of(5).stream("box"));
    double sum = 0;
    double squares = 0;
    for (float x : sample) {
      assertThat((double) x).isBetween(low, high);
      sum += x;
      squares += (double) x * x;
    }
    double average = sum / count;
    assertThat(average).isCloseTo(mean, within(0.03));
    assertThat(squares / count - average * average).isCloseTo(variance, within(0.06));
  }

  @Test
  void aShareOfTheWayBetweenBoundsDoesNotOverflow() {
    float max = Float.MAX_VALUE;
    Box wide = Box.of(-max, max, 1);
    assertThat(wide.at(0, 0)).isEqualTo(-max);
    assertThat(wide.at(0, 0.5)).isZero();
    assertThat(wide.at(0, 1)).isEqualTo(max);
    assertThat(wide.at(0, 1.5)).isEqualTo(max);
    Box box = Box.of(new float[] {-2, 1}, new float[] {4, 3});
    assertThat(box.at(0, 0.25)).isEqualTo(-0.5f);
    assertThat(box.at(1, 0.25)).isEqualTo(1.5f);
    assertThat(box.bounded()).isTrue();
    assertThat(Box.of(0, Double.POSITIVE_INFINITY, 1).bounded()).isFalse();
    float[] outside = {9, 7, -2.5f, 0};
    box.clip(outside, 1);
    assertThat(outside).containsExactly(9, 4, 1, 0);
  }
}
