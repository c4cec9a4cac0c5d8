package io.tradinggym.api.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpacePropertiesTest {
  @Property
  void samplesAreContained(@ForAll("spaces") Space space, @ForAll long seed) {
    assertThat(space.contains(space.sample(random(seed)))).isTrue();
  }

  @Property
  void maskedSamplesAreContainedAndAllowed(@ForAll("spaces") Space space, @ForAll long seed) {
    RandomStream random = random(seed);
    boolean[] mask = new boolean[space.maskSize()];
    do {
      for (int i = 0; i < mask.length; i++) {
        mask[i] = random.bernoulli(0.6);
      }
    } while (!space.leavesChoice(mask, 0));
    float[] element = space.sample(random, mask);
    assertThat(space.contains(element)).isTrue();
    assertThat(mask.length == 0 || space.allows(mask, 0, element, 0)).isTrue();
  }

  @Property
  void flatteningIsUndoneByUnflattening(@ForAll("spaces") Space space, @ForAll long seed) {
    float[] element = space.sample(random(seed));
    float[] flat = new float[space.flatSize()];
    float[] back = new float[space.size()];
    space.flatten(element, 0, flat, 0);
    space.unflatten(flat, 0, back, 0);
    assertThat(back).containsExactly(element);
    assertThat(space.flat().size()).isEqualTo(flat.length);
    assertThat(space.flat().contains(flat)).isTrue();
  }

  @Property
  void offsetsAreHonoured(@ForAll("spaces") Space space, @ForAll long seed) {
    float[] alone = space.sample(random(seed));
    float[] amongOthers = new float[space.size() + 5];
    Arrays.fill(amongOthers, Float.NaN);
    space.sample(random(seed), amongOthers, 3);
    assertThat(Arrays.copyOfRange(amongOthers, 3, 3 + space.size())).containsExactly(alone);
    assertThat(space.contains(amongOthers, 3)).isTrue();
    assertThat(amongOthers[2]).isNaN();
    assertThat(amongOthers[3 + space.size()]).isNaN();
  }

  @Property
  void jsonIsReadBackAsAnEqualSpace(@ForAll("spaces") Space space) {
    Space read = Space.fromJson(space.toJson());
    assertThat(read).isEqualTo(space);
    assertThat(read.hashCode()).isEqualTo(space.hashCode());
    assertThat(read.toJson()).isEqualTo(space.toJson());
  }

  @Property
  void differentJsonMeansDifferentSpaces(
      @ForAll("spaces") Space one, @ForAll("spaces") Space other) {
    assertThat(one.equals(other)).isEqualTo(one.toJson().equals(other.toJson()));
  }

  @Property
  void nothingContainsNaNOrAnElementOfAnotherLength(
      @ForAll("spaces") Space space, @ForAll long seed) {
    float[] element = space.sample(random(seed));
    element[random(seed).integer(element.length)] = Float.NaN;
    assertThat(space.contains(element)).isFalse();
    assertThat(space.contains(new float[space.size() + 1])).isFalse();
  }

  @Provide
  Arbitrary<Space> spaces() {
    return Arbitraries.oneOf(
        leaves(), composite(leaves()), composite(Arbitraries.oneOf(leaves(), composite(leaves()))));
  }

  private static RandomStream random(long seed) {
    return RandomStreams.of(seed).stream("spaces");
  }

  private static Arbitrary<Space> leaves() {
    Arbitrary<Float> bound =
        Arbitraries.oneOf(
            Arbitraries.floats().between(-1000, 1000),
            Arbitraries.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY));
    Arbitrary<Space> vector =
        bound
            .array(float[].class)
            .ofMinSize(2)
            .ofMaxSize(8)
            .map(
                ends -> {
                  float[] low = new float[ends.length / 2];
                  float[] high = new float[ends.length / 2];
                  for (int i = 0; i < low.length; i++) {
                    low[i] = Math.min(ends[2 * i], ends[2 * i + 1]);
                    high[i] = Math.max(ends[2 * i], ends[2 * i + 1]);
                    // An interval of one infinity holds no number: open it.
                    low[i] = low[i] == Float.POSITIVE_INFINITY ? 0 : low[i];
                    high[i] = high[i] == Float.NEGATIVE_INFINITY ? 0 : high[i];
                  }
                  return Box.of(low, high);
                });
    Arbitrary<Space> shaped =
        Combinators.combine(
                Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 4))
            .as((rows, columns) -> Box.of(-2.5, 1e-3, rows, columns));
    Arbitrary<Space> discrete =
        Combinators.combine(
                Arbitraries.integers().between(1, 9), Arbitraries.integers().between(-5, 5))
            .as(Discrete::new);
    Arbitrary<Space> multi =
        Arbitraries.integers()
            .between(1, 5)
            .array(int[].class)
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(MultiDiscrete::of);
    Arbitrary<Space> binary = Arbitraries.integers().between(1, 6).map(MultiBinary::new);
    return Arbitraries.oneOf(vector, shaped, discrete, multi, binary);
  }

  private static Arbitrary<Space> composite(Arbitrary<Space> parts) {
    Arbitrary<Space> tuple = parts.list().ofMinSize(1).ofMaxSize(3).map(TupleSpace::of);
    Arbitrary<Space> dict =
        Combinators.combine(
                parts.list().ofSize(3),
                Arbitraries.strings().ofMaxLength(6).list().ofMinSize(1).ofMaxSize(3))
            .as(
                (spaces, names) -> {
                  Map<String, Space> byName = new LinkedHashMap<>();
                  for (int i = 0; i < names.size(); i++) {
                    byName.put(names.get(i), spaces.get(i));
                  }
                  return DictSpace.of(byName);
                });
    return Arbitraries.oneOf(tuple, dict);
  }
}
