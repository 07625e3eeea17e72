//! The list of further users and groups who may read and write a file, which its mode does not tell.

use std::fs::File;
use std::io;

/// The list of a file, as the system keeps it; none where it has none, or the system knows no such lists by file.
#[derive(Debug)]
pub(super) struct AccessList(Option<Vec<u8>>);

#[cfg(target_os = "linux")]
mod linux {
    use super::{AccessList, File, io};
    use rustix::fs::{XattrFlags, fgetxattr, fremovexattr, fsetxattr};
    use rustix::io::Errno;

    const NAME: &str = "system.posix_acl_access";
    /// The most that the system keeps of it.
    const MOST: usize = 1 << 16;
    /// What systems and shares answer that know no lists, or do not let this user change one.
    const NONE: [Errno; 6] =
        [Errno::NODATA, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::PERM, Errno::ACCESS];

    impl AccessList {
        /// Reads the list of an open file.
        pub(in super::super) fn of(file: &File) -> io::Result<Self> {
            let mut list = vec![0; MOST];
            match fgetxattr(file, NAME, list.as_mut_slice()) {
                Ok(length) => {
                    list.truncate(length);
                    Ok(Self(Some(list)))
                }
                Err(error) if NONE.contains(&error) => Ok(Self(None)),
                Err(error) => Err(error.into()),
            }
        }

        /// Gives a new file this list, as far as this user may; where there is none, takes away what its folder gave it.
        pub(in super::super) fn give(&self, file: &File) -> io::Result<()> {
            let given = match &self.0 {
                Some(list) => fsetxattr(file, NAME, list, XattrFlags::empty()),
                None => fremovexattr(file, NAME),
            };
            match given {
                Err(error) if !NONE.contains(&error) => Err(error.into()),
                _ => Ok(()),
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "the same functions on every system")]
impl AccessList {
    /// Reads no list.
    pub(super) fn of(_file: &File) -> io::Result<Self> {
        Ok(Self(None))
    }

    /// Gives no list.
    pub(super) fn give(&self, _file: &File) -> io::Result<()> {
        debug_assert!(self.0.is_none(), "no list is read");
        Ok(())
    }
}
