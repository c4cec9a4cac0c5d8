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
   * {@return these sources and one more}
   *
   * @param name by which features ask for it
   * @param values each with when it was known
   */
  public Sources with(String name, KnownSeries values) {
    Map<String, KnownSeries> more = new HashMap<>(series);
    more.put(name, values);
    return new Sources(Map.copyOf(more));
  }

  /** {@return the names of the sources} */
  public Set<String> names() {
    return series.keySet();
  }

  /**
   * {@return the values of a source}
   *
   * @param name of the source
   * @throws IllegalArgumentException naming those there are, if there is none of that name
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
