package io.tradinggym.stocks;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The market that is traded when none is given: correlated geometric Brownian motions, see {@link GeometricBars}. */
record GeometricMarket(List<Instrument> instruments, int length) implements Market {
  private static final double DAYS_PER_YEAR = 252;

  GeometricMarket(int assets, int length) {
    this(IntStream.range(0, assets).mapToObj(i -> (Instrument) Equity.printed("SIM" + (i + 1))).toList(), length);
  }

  @Override
  public double barsPerYear() {
    return DAYS_PER_YEAR;
  }

  @Override
  public MarketTape tape() {
    return new Tape(new GeometricBars(instruments.size(), length));
  }

  @Override
  public String fingerprint() {
    try {
      String law = "geometric-v1 " + instruments.size() + " x " + length;
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(law.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class Tape implements MarketTape {
    private final GeometricBars bars;
    private long seed;

    Tape(GeometricBars bars) {
      this.bars = bars;
    }

    @Override
    public void next(RandomStream random) {
      seed = random.nextLong();
      draw();
    }

    private void draw() {
      bars.draw(RandomStreams.of(seed).stream("path"));
    }

    @Override
    public Bars bars() {
      return bars;
    }

    @Override
    public int firstDecision() {
      return 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeLong(seed);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      seed = in.readLong();
      draw();
    }
  }
}
