package io.tradinggym.market.data;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** A simulated market whose paths come from streams of a name: no path of another name is ever among them. */
record PathsOf(Market market, String name) implements Market {
  @Override
  public List<Instrument> instruments() {
    return market.instruments();
  }

  @Override
  public boolean quoted() {
    return market.quoted();
  }

  @Override
  public boolean pricesAsPrinted() {
    return market.pricesAsPrinted();
  }

  @Override
  public MarketKind kind() {
    return market.kind();
  }

  @Override
  public MarketCalendar calendar() {
    return market.calendar();
  }

  @Override
  public ZoneId zone() {
    return market.zone();
  }

  @Override
  public Currency currency() {
    return market.currency();
  }

  @Override
  public int assets() {
    return market.assets();
  }

  @Override
  public Purpose purpose() {
    return market.purpose();
  }

  @Override
  public double barsPerYear() {
    return market.barsPerYear();
  }

  @Override
  public String fingerprint() {
    return market.fingerprint();
  }

  @Override
  public Market forEpisodes(int history, int bars) {
    return new PathsOf(market.forEpisodes(history, bars), name);
  }

  @Override
  public MarketTape tape() {
    return new Named(market.tape(), name);
  }

  private record Named(MarketTape tape, String name) implements MarketTape {
    @Override
    public void next(RandomStream random) {
      tape.next(RandomStreams.of(random.nextLong()).stream(name));
    }

    @Override
    public Bars bars() {
      return tape.bars();
    }

    @Override
    public int firstDecision() {
      return tape.firstDecision();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      tape.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      tape.restore(in);
    }
  }
}
