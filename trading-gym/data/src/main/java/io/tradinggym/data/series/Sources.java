package io.tradinggym.data.series;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What features may look at besides the asset's own bars, by name: {@code VIXCLS}, {@code DGS10}, {@code QQQ}. */
public final class Sources {
  /** Nothing beside the asset's own bars. */
  public static final Sources NONE = new Sources(Map.of());

  private final Map<String, KnownSeries> series;

  private Sources(Map<String, KnownSeries> series) {
    this.series = series;
  }

  /**
   * {@return these and one more}
   *
   * @param name its name
   * @param values the values with when they were known
   */
  public Sources with(String name, KnownSeries values) {
    Map<String, KnownSeries> more = new HashMap<>(series);
    more.put(name, values);
    return new Sources(Map.copyOf(more));
  }

  /** {@return the names that there are} */
  public Set<String> names() {
    return series.keySet();
  }

  /**
   * {@return the values by name}
   *
   * @param name its name
   * @throws IllegalArgumentException if there are none of that name
   */
  public KnownSeries get(String name) {
    KnownSeries found = series.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no source \"" + name + "\"; there are " + new TreeMap<>(series).keySet());
    }
    return found;
  }
}
