double roundTrip(long shares, double middle, double spread, double perShare, double least) {
    return shares * spread + 2 * Math.max(least, perShare * shares);
}
