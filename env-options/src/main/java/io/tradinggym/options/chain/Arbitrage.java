package io.tradinggym.options.chain;

/**
 * A profit without risk that a chain's quotes allow: bought at the offer, sold at the bid, before fees.
 *
 * @param kind what is traded against what
 * @param contract index of the contract that is sold, from 0
 * @param profit per unit of the underlying at the moment of trading, &gt; 0
 */
public record Arbitrage(Kind kind, int contract, double profit) {
  /** What is traded against what. */
  public enum Kind {
    /** A call for more than the underlying, or a put for more than the strike. */
    BOUND,
    /** Two strikes: the better right for less, or a spread for more than it can pay. */
    VERTICAL,
    /** Three strikes: the middle one for more than the mixture of the outer ones. */
    BUTTERFLY,
    /** Call and put against the underlying: conversion and reversal. */
    PARITY,
    /** Two expiries: the longer right for less. */
    CALENDAR
  }
}
