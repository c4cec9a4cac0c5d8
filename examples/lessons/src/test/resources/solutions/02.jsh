double stopFill(double stop, double open, double low) {
    return open <= stop ? open : low <= stop ? stop : Double.NaN;
}
