package io.tradinggym.explain.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PostMortemTest {
  private static Shortfall example() {
    return Shortfall.of(
        1_000,
        Money.of("100.00"),
        Money.of("100.10"),
        Money.of("100.60"),
        List.of(new Shortfall.Part(800, Money.of("100.25"))),
        Money.of("8"));
  }

  @Test
  void anOrderFilledInPartByHand() {
    Shortfall shortfall = example();
    assertThat(shortfall.delay()).isEqualTo(Money.of("80"));
    assertThat(shortfall.trading()).isEqualTo(Money.of("120"));
    assertThat(shortfall.missed()).isEqualTo(Money.of("120"));
    assertThat(shortfall.fees()).isEqualTo(Money.of("8"));
    assertThat(shortfall.total()).isEqualTo(Money.of("328"));
    assertThat(shortfall.paper()).isEqualTo(Money.of("600"));
    assertThat(shortfall.real()).isEqualTo(Money.of("272"));
    assertThat(shortfall.basisPoints()).isEqualTo(32.8);
  }

  @Property
  void partsSumToTheUnit(@ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("order");
    long side = random.bernoulli(.5) ? 1 : -1;
    long left = 1L + random.integer(10_000);
    long quantity = side * left;
    List<Shortfall.Part> parts = new ArrayList<>();
    while (left > 0 && random.bernoulli(.8)) {
      long part = 1L + random.integer((int) left);
      parts.add(new Shortfall.Part(side * part, price(random)));
      left -= part;
    }
    Shortfall shortfall =
        Shortfall.of(quantity, price(random), price(random), price(random), parts, price(random));
    assertThat(shortfall.total()).isEqualTo(shortfall.paper() - shortfall.real());
  }

  private static long price(RandomStream random) {
    return 1L + random.integer(2_000_000_000);
  }

  @Test
  void aFillOfTheOtherSideOrOfMoreIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shortfall.of(1, 1, 1, 1, List.of(new Shortfall.Part(-1, 1)), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shortfall.of(1, 1, 1, 1, List.of(new Shortfall.Part(2, 1)), 0));
  }

  @Test
  void whatCameOfItIsDecisionExecutionAndCost() {
    double[] rollouts = {-100, 0, 272, 500};
    PostMortem after = PostMortem.of(example(), 1_000, 800, Money.UNITS, rollouts);
    assertThat(after.decision()).isEqualTo(600);
    assertThat(after.execution()).isEqualTo(-320);
    assertThat(after.cost()).isEqualTo(-8);
    assertThat(after.result()).isEqualTo(272);
    assertThat(after.missed()).isEqualTo(200);
    assertThat(after.percentile()).isEqualTo(2.5 / 4);
    assertThat(after.median()).isEqualTo(136);
  }

  @Test
  void withoutRolloutsLuckIsUnknown() {
    assertThat(PostMortem.of(example(), 1_000, 800, Money.UNITS, new double[0]).percentile())
        .isNaN();
  }

  @Test
  void aPortfolioBesideItsBenchmarkByHand() {
    Brinson parts =
        Brinson.of(
            new double[] {.7, .3},
            new double[] {.5, .5},
            new double[] {.04, -.02},
            new double[] {.03, .01});
    assertThat(parts.totalAllocation()).isCloseTo(.004, within(1e-15));
    assertThat(parts.totalSelection()).isCloseTo(-.010, within(1e-15));
    assertThat(parts.totalInteraction()).isCloseTo(.008, within(1e-15));
    assertThat(parts.total()).isCloseTo(.002, within(1e-15));
  }
}
