package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every feature of the catalog: nothing that comes after a bar moves a bit of what was known at it. */
class NoFutureTest {
  private static final int BARS = 420;
  private static final int[] NOWS = {0, 20, 199, 300, BARS - 2};
  private final List<NamedFeature> features = Catalog.standard().parse(RandomBars.everything());
  private final PriceBars bars = RandomBars.walk(1, BARS);
  private final FeatureColumns whole = columns(bars, RandomBars.sources(1, BARS));

  private FeatureColumns columns(PriceBars of, Sources sources) {
    FeatureColumns columns = new FeatureColumns(features, sources);
    columns.compute(of);
    return columns;
  }

  @Test
  void everyFeatureHasValues() {
    for (int feature = 0; feature < features.size(); feature++) {
      assertThat(whole.first(feature)).as(features.get(feature).name()).isLessThan(BARS);
      for (int bar = whole.first(feature); bar < BARS; bar++) {
        assertThat(whole.value(feature, bar))
            .as("%s at %d", features.get(feature).name(), bar)
            .isFinite();
      }
    }
  }

  @Test
  void barsAreLeftOut() {
    for (int now : NOWS) {
      samePast(columns(bars.before(now + 1), RandomBars.sources(1, BARS)), now);
    }
  }

  @Test
  void anotherFutureComes() {
    for (int now : NOWS) {
      PriceBars other = bars.before(now + 1);
      RandomBars.extend(other, 99, BARS);
      FeatureColumns changed = columns(other, RandomBars.sources(1, BARS));
      samePast(changed, now);
      assertThat(changed.value(0, BARS - 1)).isNotEqualTo(whole.value(0, BARS - 1));
    }
  }

  @Test
  void theFutureIsShuffled() {
    for (int now : NOWS) {
      PriceBars shuffled = bars.before(now + 1);
      for (int bar = now + 1; bar < BARS; bar++) {
        int from = BARS + now - bar;
        shuffled.append(
            bars.closeTime(bar),
            bars.open(from),
            bars.high(from),
            bars.low(from),
            bars.close(from),
            bars.volume(from));
      }
      samePast(columns(shuffled, RandomBars.sources(1, BARS)), now);
    }
  }

  @Test
  void theFutureIsNoNumber() {
    FeatureColumns poisoned =
        new FeatureColumns(
            features.stream().filter(each -> !each.name().startsWith("ta4j:")).toList(),
            RandomBars.sources(1, BARS));
    for (int now : NOWS) {
      Graph graph = poisoned.graph();
      graph.clear();
      graph.take(bars);
      for (Column column :
          List.of(graph.open(), graph.high(), graph.low(), graph.close(), graph.volume())) {
        Arrays.fill(column.values(), now + 1, BARS, Double.NaN);
      }
      graph.compute(0);
      samePast(poisoned, now);
    }
  }

  @Test
  void whatBecomesKnownLaterIsNotThere() {
    for (int now : NOWS) {
      long time = bars.closeTime(now);
      Sources sources = Sources.NONE;
      int seed = 1;
      for (String name : RandomBars.sourceNames()) {
        sources = sources.with(name, poisoned(RandomBars.source(seed++, BARS), time));
      }
      samePast(columns(bars, sources), now);
    }
  }

  /** The same values up to a time, others after it, and a late revision of an old one. */
  private static KnownSeries poisoned(KnownSeries series, long time) {
    int n = series.size();
    long[] events = new long[n + 1];
    long[] known = new long[n + 1];
    double[] values = new double[n + 1];
    for (int i = 0; i < n; i++) {
      events[i] = series.eventTime(i);
      known[i] = series.knownAt(i);
      values[i] = known[i] > time ? 1e6 + i : series.value(i);
    }
    events[n] = series.eventTime(0);
    known[n] = time + 1;
    values[n] = -5;
    return KnownSeries.of(events, known, values);
  }

  @Test
  void barByBarGivesTheSameBits() {
    FeatureColumns live = new FeatureColumns(features, RandomBars.sources(1, BARS));
    PriceBars feed = new PriceBars();
    for (int bar = 0; bar < BARS; bar++) {
      feed.append(
          bars.closeTime(bar),
          bars.open(bar),
          bars.high(bar),
          bars.low(bar),
          bars.close(bar),
          bars.volume(bar));
      live.advance(feed);
    }
    samePast(live, BARS - 1);
    for (int feature = 0; feature < features.size(); feature++) {
      assertThat(live.first(feature)).isEqualTo(whole.first(feature));
    }
  }

  @Test
  void otherBarsLeaveNoTrace() {
    FeatureColumns used = columns(RandomBars.walk(5, BARS), RandomBars.sources(1, BARS));
    used.compute(bars);
    samePast(used, BARS - 1);
  }

  private void samePast(FeatureColumns other, int now) {
    for (int feature = 0; feature < other.features().size(); feature++) {
      for (int bar = 0; bar <= now; bar++) {
        if (Double.doubleToRawLongBits(other.value(feature, bar))
            != Double.doubleToRawLongBits(whole.value(feature, bar))) {
          assertThat(other.value(feature, bar))
              .as("%s at bar %d, known at %d", features.get(feature).name(), bar, now)
              .isEqualTo(whole.value(feature, bar));
        }
      }
    }
  }
}
