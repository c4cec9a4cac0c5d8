package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.options.pricing.OptionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArbitrageScanTest {
  /** Calls and puts at 90, 100, 110 in two expiries, European, no carry, worth 12 2, 6 6, 2 12 and one more later. */
  private static final class Quotes implements ChainQuotes {
    private final double[] bid = {11.8, 1.8, 5.8, 5.8, 1.8, 11.8, 12.8, 2.8, 6.8, 6.8, 2.8, 12.8};
    private final double[] ask = {12.2, 2.2, 6.2, 6.2, 2.2, 12.2, 13.2, 3.2, 7.2, 7.2, 3.2, 13.2};

    @Override
    public int size() {
      return bid.length;
    }

    @Override
    public OptionType type(int i) {
      return i % 2 == 0 ? OptionType.CALL : OptionType.PUT;
    }

    @Override
    public double strike(int i) {
      return 90 + 10 * (i / 2 % 3);
    }

    @Override
    public int expiryDay(int i) {
      return i < 6 ? 30 : 60;
    }

    @Override
    public double years(int i) {
      return expiryDay(i) / 365.0;
    }

    @Override
    public double bid(int i) {
      return bid[i];
    }

    @Override
    public double ask(int i) {
      return ask[i];
    }

    @Override
    public double volume(int i) {
      return 1;
    }

    @Override
    public double openInterest(int i) {
      return 1;
    }

    @Override
    public double impliedVolatility(int i) {
      return Double.NaN;
    }
  }

  private static final ArbitrageScan SCAN = new ArbitrageScan(0, 0, false, 1e-9);

  @Test
  void honestQuotesGiveNothingAway() {
    assertThat(SCAN.find(new Quotes(), 100)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100.5, BOUND",
    "1, 90.5, BOUND",
    "4, 6.4, VERTICAL",
    "2, 7.4, BUTTERFLY",
    "0, 12.4, PARITY",
    "0, 13.4, CALENDAR"
  })
  void aBidTooHighIsFound(int contract, double bid, Arbitrage.Kind kind) {
    Quotes quotes = new Quotes();
    quotes.bid[contract] = bid;
    quotes.ask[contract] = bid + 0.4;
    assertThat(SCAN.find(quotes, 100)).anyMatch(a -> a.kind() == kind && a.contract() == contract);
  }

  @Test
  void americanParityLeavesRoomForEarlyExercise() {
    Quotes quotes = new Quotes();
    quotes.bid[5] = 12.1;
    ArbitrageScan european = new ArbitrageScan(.1, 0, false, 1e-9);
    ArbitrageScan american = new ArbitrageScan(.1, 0, true, 1e-9);
    assertThat(european.find(quotes, 100)).isNotEmpty();
    assertThat(american.find(quotes, 100)).noneMatch(a -> a.contract() == 5);
  }
}
