package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.FractionalShares;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Markets in front of others say all that those say. */
class DelegatingMarketsTest {
  private final Bars bars = Delegation.bars(3, 4);
  private final Market whole = Delegation.market(bars);

  @Test
  void fractionsPassOnAllButQuantities() {
    Market front = FractionalShares.of(whole, 100);
    Delegation.assertPassesOn(front, whole);
    Delegation.assertPassesOn(front.tape().bars(), bars, asset -> asset, "volume");
  }

  @Test
  void partsPassOnAllButTheirPurpose() {
    for (UnaryOperator<Market> part :
        List.<UnaryOperator<Market>>of(Range.Train::new, Range.Validation::new, Range.Test::new)) {
      Market front = part.apply(whole);
      Delegation.assertPassesOn(front, whole, "purpose");
    }
  }

  @Test
  void whatIsDroppedIsNoticed() {
    Market forgetful =
        new Market() {
          @Override
          public List<Instrument> instruments() {
            return whole.instruments();
          }

          @Override
          public double barsPerYear() {
            return whole.barsPerYear();
          }

          @Override
          public MarketTape tape() {
            return whole.tape();
          }

          @Override
          public String fingerprint() {
            return whole.fingerprint();
          }
        };
    assertThatThrownBy(() -> Delegation.assertPassesOn(forgetful, whole))
        .isInstanceOf(AssertionError.class);
  }
}
