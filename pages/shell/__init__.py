"""What every page shares: navigation, sign-in, filters that live in the link, figures and parts."""
