package io.tradinggym.crypto.venue;

import java.time.Instant;
import java.util.List;

/** The answer to a question for rules. */
public sealed interface RuleLookup {
  /** {@return what to tell} */
  String message();

  /**
   * {@return the rules}
   *
   * @throws IllegalArgumentException with the message if there are none, or only stale ones
   */
  default ContractRules orThrow() {
    throw new IllegalArgumentException(message());
  }

  /**
   * Rules in force, checked recently enough.
   *
   * @param rules what was found
   */
  record Found(ContractRules rules) implements RuleLookup {
    @Override
    public String message() {
      return rules.venue() + " " + rules.symbol() + ": " + rules.sources();
    }

    @Override
    public ContractRules orThrow() {
      return rules;
    }
  }

  /**
   * Rules in force, but some were checked too long ago. Who takes them all the same has them here.
   *
   * @param rules what was found
   * @param time the moment
   * @param old rules that are too old, with their sources
   */
  record Stale(ContractRules rules, Instant time, List<Provenance> old) implements RuleLookup {
    /** Keeps an unchangeable copy. */
    public Stale {
      old = List.copyOf(old);
    }

    @Override
    public String message() {
      return rules.venue() + " " + rules.symbol() + " at " + time + ": stale rules " + old;
    }
  }

  /**
   * The venue is none of those known.
   *
   * @param venue the exchange
   */
  record UnknownVenue(String venue) implements RuleLookup {
    @Override
    public String message() {
      return "no rules of a venue " + venue + "; there are " + List.of(Venue.values());
    }
  }

  /**
   * The venue has no such contract.
   *
   * @param venue the exchange
   * @param symbol symbol of the instrument
   * @param known symbols that there are
   */
  record UnknownSymbol(Venue venue, String symbol, List<String> known) implements RuleLookup {
    /** Keeps an unchangeable copy. */
    public UnknownSymbol {
      known = List.copyOf(known);
    }

    @Override
    public String message() {
      return venue + " has no rules of " + symbol + "; there are " + known;
    }
  }

  /**
   * No rule of a kind is in force at that time, or none is known at all.
   *
   * @param venue the exchange
   * @param symbol symbol of the instrument
   * @param time the moment
   * @param missing which rule
   */
  record NotInForce(Venue venue, String symbol, Instant time, String missing)
      implements RuleLookup {
    @Override
    public String message() {
      return venue + " " + symbol + " has no rule \"" + missing + "\" at " + time;
    }
  }
}
