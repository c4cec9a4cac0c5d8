package io.tradinggym.trading.rule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rules that know too much, and those that do not. */
class ForesightTest {
  private static final List<Instrument> TWO = List.of(Equity.printed("A"), Equity.printed("B"));

  private static void refused(Rule rule) {
    assertThatThrownBy(() -> Foresight.requireNone(rule, TWO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("decides by more than the past: after the same bars it wanted [");
  }

  @Test
  void rulesThatThereArePass() {
    for (Rule rule :
        List.of(
            new AboveAverage(1),
            new AboveAverage(200),
            new Breakout(55, 20),
            new BuyAndHold(),
            new Momentum(20, 5),
            new MovingAverageCross(3, 10))) {
      assertThatCode(() -> Foresight.requireNone(rule, TWO)).doesNotThrowAnyException();
    }
  }

  /** Through the view there is no way; by reflection there is, as long as code runs from the class path. */
  @Test
  void aPeepAtTheNextBarIsFound() {
    refused(
        (view, intents) -> {
          try {
            var clock = AsOf.class.getDeclaredMethod("now", int.class);
            clock.setAccessible(true);
            double before = view.close(1);
            clock.invoke(view, view.known());
            boolean rises = view.close(1) > before;
            clock.invoke(view, view.known() - 2);
            intents.weight(1, rises ? 1 : 0);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void whatRemembersEarlierEpisodesOrDrawsIsFound() {
    Map<Long, Double> seen = new HashMap<>();
    refused(
        (view, intents) -> {
          seen.put(view.closeTime(), view.close(0));
          Double next = seen.get(view.closeTime() + 86_400_000);
          intents.weight(0, next != null && next > view.close(0) ? 1 : 0);
        });
    AtomicInteger asked = new AtomicInteger();
    refused((view, intents) -> intents.weight(0, asked.incrementAndGet() % 7 / 7.0));
  }

  /** What cannot do with drawn bars says so where it plays. */
  @Test
  void aRuleThatFailsIsNotSaidToLookAhead() {
    Rule fails = (view, intents) -> intents.weight(0, view.close(7));
    assertThatCode(() -> Foresight.requireNone(fails, TWO)).doesNotThrowAnyException();
  }
}
