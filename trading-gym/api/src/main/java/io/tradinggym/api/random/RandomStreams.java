package io.tradinggym.api.random;

/**
 * One seed, any number of independent streams, each found by its name and lane rather than by the order in which it was
 * asked for: adding a consumer changes nobody else's numbers, and neighbouring seeds or lanes share nothing.
 *
 * <pre>{@code
 * RandomStream actions = RandomStreams.of(42).stream("actions");
 * RandomStream lane7 = RandomStreams.of(42).stream("environment", 7);
 * }</pre>
 */
public final class RandomStreams {
  private final long key;

  private RandomStreams(long key) {
    this.key = key;
  }

  /**
   * {@return the streams of a seed; every long is a good seed}
   *
   * @param seed any number; neighbours share nothing
   */
  public static RandomStreams of(long seed) {
    return new RandomStreams(Philox.mix(seed));
  }

  /**
   * {@return the stream of a name}
   *
   * @param name what the draws are for
   */
  public RandomStream stream(String name) {
    return stream(name, 0);
  }

  /**
   * {@return the stream of a name in a lane}
   *
   * @param name what the draws are for
   * @param lane index that tells streams of one name apart
   */
  public RandomStream stream(String name, long lane) {
    return new RandomStream(key, Philox.mix(hash(name) + Philox.mix(lane)));
  }

  /**
   * {@return streams of their own for a part of the program, such as one trial of a search}
   *
   * @param name what the part does
   * @param index tells parts of one name apart
   */
  public RandomStreams child(String name, long index) {
    return new RandomStreams(Philox.block0(index, hash(name), key));
  }

  /** FNV-1a over UTF-16 units, 64 bits. */
  private static long hash(String name) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      h = (h ^ name.charAt(i)) * 0x100000001b3L;
    }
    return h;
  }
}
