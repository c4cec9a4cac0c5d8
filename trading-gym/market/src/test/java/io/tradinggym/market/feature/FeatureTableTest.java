package io.tradinggym.market.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Clock;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
  private static final int BARS = 200;
  private final Quotes quotes = Quotes.random(3, BARS, RandomStreams.of(1).stream("quotes"));
  private final FeatureTable table =
      new FeatureTable(AllFeatures.SET, quotes.instruments(), quotes);

  @Test
  void anotherFutureLeavesThePastBitForBit() {
    table.refill();
    float[] before = copy();
    for (int now : new int[] {0, 1, 59, 60, 120, BARS - 2}) {
      quotes.draw(now + 1, RandomStreams.of(now).stream("another future"));
      table.refill();
      assertThat(rows(copy(), now)).isEqualTo(rows(before, now));
      assertThat(copy()).isNotEqualTo(before);
      before = copy();
    }
  }

  @Test
  void barByBarGivesTheBitsOfTheTable() {
    table.refill();
    FeatureRow row = new FeatureRow(AllFeatures.SET, 3);
    Clock clock = new Clock(quotes, quotes.instruments());
    float[] live = new float[row.size()];
    for (int bar = 0; bar < BARS; bar++) {
      clock.set(bar);
      row.next(clock.view(), live, 0);
      for (int asset = 0; asset < 3; asset++) {
        for (int feature = 0; feature < AllFeatures.SET.size(); feature++) {
          assertThat(live[asset * AllFeatures.SET.size() + feature])
              .isEqualTo(table.value(asset, bar, feature));
        }
      }
    }
  }

  /** A path longer than what is computed at once, with an asset that is listed later. */
  @Test
  void barByBarGivesTheBitsOfALongTable() {
    int length = 3 * Path.BLOCK + 7;
    Quotes many = Quotes.random(2, length, RandomStreams.of(5).stream("quotes"));
    many.listed[1] = Path.BLOCK - 9;
    many.close[0][400] = 2 * many.close[0][399];
    FeatureTable whole = new FeatureTable(AllFeatures.SET, many.instruments(), many);
    whole.refill();
    FeatureRow row = new FeatureRow(AllFeatures.SET, 2);
    Clock clock = new Clock(many, many.instruments());
    float[] live = new float[row.size()];
    for (int bar = 0; bar < length; bar++) {
      clock.set(bar);
      row.next(clock.view(), live, 0);
      for (int i = 0; i < live.length; i++) {
        int size = AllFeatures.SET.size();
        assertThat(whole.value(i / size, bar, i % size))
            .as("%s at bar %d", AllFeatures.LIST.get(i % size).name(), bar)
            .isEqualTo(live[i]);
      }
    }
  }

  @Test
  void anEarlierPathLeavesNoTrace() {
    table.refill();
    quotes.draw(0, RandomStreams.of(2).stream("quotes"));
    table.refill();
    FeatureTable fresh = new FeatureTable(AllFeatures.SET, quotes.instruments(), quotes);
    fresh.refill();
    for (int asset = 0; asset < 3; asset++) {
      for (int bar = 0; bar < BARS; bar++) {
        for (int feature = 0; feature < AllFeatures.SET.size(); feature++) {
          assertThat(table.value(asset, bar, feature)).isEqualTo(fresh.value(asset, bar, feature));
        }
      }
    }
  }

  @Test
  void anAssetIsZeroUntilItHasTradedForItsWarmUp() {
    quotes.listed[1] = 50;
    table.refill();
    for (int feature = 0; feature < AllFeatures.SET.size(); feature++) {
      int first = 50 + AllFeatures.LIST.get(feature).warmUp();
      for (int bar = 0; bar < first; bar++) {
        assertThat(table.value(1, bar, feature)).isZero();
      }
    }
    assertThat(table.value(1, 51, 0)).as("return of the second day").isNotZero();
  }

  @Test
  void valuesStayWithinTheLimit() {
    quotes.close[0][150] = 40 * quotes.close[0][149];
    quotes.high[0][150] = quotes.close[0][150];
    table.refill();
    assertThat(table.value(0, 150, 0)).isEqualTo(FeatureRow.LIMIT);
    for (float value : copy()) {
      assertThat(Math.abs(value)).isLessThanOrEqualTo(FeatureRow.LIMIT);
    }
  }

  @Test
  void valuesAreOfTheOrderOfOne() {
    table.refill();
    for (int feature = 0; feature < AllFeatures.SET.size(); feature++) {
      double squares = 0;
      for (int bar = table.warmUp(); bar < BARS; bar++) {
        squares += Math.pow(table.value(0, bar, feature), 2);
      }
      double size = Math.sqrt(squares / (BARS - table.warmUp()));
      assertThat(size).as(AllFeatures.LIST.get(feature).name()).isBetween(0.1, 5.0);
    }
  }

  @Test
  void aFeatureThatIsNoNumberIsNamed() {
    Feature broken =
        new Indicator(
            "broken",
            2,
            () ->
                new Feature.State() {
                  @Override
                  public void reset() {}

                  @Override
                  public double next(AsOf view, int asset) {
                    return Double.NaN;
                  }
                });
    FeatureTable failing = new FeatureTable(FeatureSet.of(broken), quotes.instruments(), quotes);
    assertThatThrownBy(failing::refill)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("asset 0")
        .hasMessageContaining("bar 2");
  }

  @Test
  void refillAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 200; i++) {
      table.refill();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100; i++) {
      table.refill();
    }
    // Reading the counter and compiling may cost a little; one double a bar would be over a
    // megabyte.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
  }

  @Test
  void namesMustDiffer() {
    assertThatThrownBy(() -> FeatureSet.of(Features.rsi(14), Features.rsi(14)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rsi14");
    assertThatThrownBy(() -> Features.rsi(0)).hasMessageContaining("rsi").hasMessageContaining("0");
  }

  private float[] copy() {
    int size = AllFeatures.SET.size();
    float[] all = new float[3 * BARS * size];
    for (int i = 0; i < all.length; i++) {
      all[i] = table.value(i / size % 3, i / (3 * size), i % size);
    }
    return all;
  }

  private static float[] rows(float[] all, int lastBar) {
    return Arrays.copyOf(all, (lastBar + 1) * 3 * AllFeatures.SET.size());
  }
}
